import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import type { Language } from '../language.ts';
import { publicationDay } from '../marks.ts';
import { frameWords as words } from './frame-words.ts';
import { releaseOf } from './scoreboard-words.ts';

/** What stands under every chart: where its figures are from. */
export function sourceLine(scoreboard: ShownScoreboard, language: Language): string {
  const { source } = scoreboard;
  const from = language === 'vi' ? 'Nguồn' : 'Source';
  if (source) return `${from}: ${language === 'vi' ? source.source_vi : source.source_en}`;
  const released = `${words.release[language].toLowerCase()} ${releaseOf(scoreboard, language)}`;
  return `${from}: ${released}, ${words.publishedOn[language]} ${publicationDay[language]}`;
}
