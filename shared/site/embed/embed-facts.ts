import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { Language } from '../language.ts';

/** What a picture of a release in somebody else's page must say beside its figures. */
export interface EmbedFacts {
  /** Of the site, for links that leave the frame: `https://dti.example.vn`. */
  origin: string;
  /** `YYYY-MM-DD` in Vietnam. */
  publishedOn: string;
  /** What took the release's place; null: it is current. */
  supersededBy: string | null;
}

/** What every part of an embed is told. */
export interface EmbedProps {
  scoreboard: Scoreboard;
  facts: EmbedFacts;
  language: Language;
}

const prefix: Record<Language, string> = { vi: '', en: '/en' };

export const releasePage = ({ scoreboard: { release }, facts: { origin }, language }: EmbedProps): string =>
  `${origin}${prefix[language]}/releases/${release}/`;

/** Below `/embed/`, whose pages alone may be framed: `/embed/en/dti/province34/2024/r1`. */
export const embedFolder = (release: string, language: Language): string => `/embed${prefix[language]}/${release}`;
