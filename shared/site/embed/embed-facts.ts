import { formatDate } from '../../format/format-date.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { shortReleaseVi } from '../../release/corrections/corrections-words.ts';
import { releaseVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';

/** What a picture of a release in somebody else's page must say beside its figures. */
export interface EmbedFacts {
  /** Of the site, for links that leave the frame: `https://dti.example.vn`. */
  origin: string;
  /** `YYYY-MM-DD` in Vietnam. */
  publishedOn: string;
  /** What took the release's place; null: it is current. */
  supersededBy: string | null;
}

export const releasePage = ({ release }: Scoreboard, { origin }: EmbedFacts): string =>
  `${origin}/releases/${release}/`;

/** `Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố, ngày 21/10/2025`: no figure leaves the site without it. */
export const sourceVi = (scoreboard: Scoreboard, { publishedOn }: EmbedFacts): string =>
  `Đợt công bố ${releaseVi(scoreboard)}, ngày ${formatDate(publishedOn)}`;

/** What must be read before the figures, as short as a frame is small. */
export function warningsVi({ framework }: Scoreboard, { supersededBy }: EmbedFacts): string[] {
  const warnings = framework.illustrative ? [`${illustrativeVi}.`] : [];
  if (supersededBy !== null) warnings.push(`Đợt này đã được thay bằng đợt ${shortReleaseVi(supersededBy)}.`);
  return warnings;
}
