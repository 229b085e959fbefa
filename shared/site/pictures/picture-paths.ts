import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import type { Language } from '../language.ts';

/** As those who show links want it. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** Groups of at most so many units have a picture for each; pages of larger ones show that of the ranking. */
const unitsWithPictures = 40;

export const hasUnitPictures = ({ units }: Pick<ShownScoreboard, 'units'>): boolean =>
  units.length <= unitsWithPictures;

/** Below the release's folder. */
export const rankingPicture = (language: Language): string => `anh/ranking-${language}.png`;

export const unitPicture = (scoreboard: ShownScoreboard, unitId: string, language: Language): string =>
  hasUnitPictures(scoreboard) ? `anh/don-vi/${unitId}-${language}.png` : rankingPicture(language);
