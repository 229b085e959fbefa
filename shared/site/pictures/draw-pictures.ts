import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import { type Language, languages } from '../language.ts';
import type { PageRef } from '../page-list.ts';
import type { ReleaseSite } from '../release-site.ts';
import type { DrawnAsset } from '../site-pack.ts';
import type { ToPng } from './open-renderer.ts';
import { hasUnitPictures, rankingPicture, unitPicture } from './picture-paths.ts';
import { renderRankingPicture, renderUnitPicture } from './share-picture.tsx';

/** What others show beside a link to one of these pages; each picture is drawn with the one page that it is of. */
export const drawPictures = ({ scoreboard }: ReleaseSite, refs: readonly PageRef[], toPng: ToPng): DrawnAsset[] =>
  refs.flatMap((ref) =>
    languages.flatMap((language) => {
      const drawn = pictureOf(scoreboard, ref, language);
      if (drawn === null) return [];
      const base64 = Buffer.from(toPng(drawn.svg)).toString('base64');
      return [{ key: `releases/${scoreboard.release}/${drawn.path}`, base64 }];
    }),
  );

function pictureOf(scoreboard: ShownScoreboard, ref: PageRef, language: Language) {
  if (ref.path === '') return { path: rankingPicture(language), svg: renderRankingPicture(scoreboard, language) };
  if (ref.kind !== 'unit' || !hasUnitPictures(scoreboard)) return null;
  const unit = scoreboard.units.find(({ unit_id }) => unit_id === ref.unit_id)!;
  return {
    path: unitPicture(scoreboard, ref.unit_id, language),
    svg: renderUnitPicture(scoreboard, unit, language),
  };
}
