import { formatDecimal } from '../../format/format-decimal.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { EmbedFacts } from './embed-facts.ts';
import { renderEmbedSvg, type SvgLine } from './embed-svg.tsx';
import { noRankVi, rankingTitleVi, shownRows } from './ranking-embed.tsx';
import { resultVi, unitTitleVi } from './unit-embed.tsx';

/** The table of a release as one picture. */
export function renderRankingSvg(scoreboard: Scoreboard, facts: EmbedFacts): string {
  const more = scoreboard.units.length - shownRows;
  return renderEmbedSvg({
    ...{ title: rankingTitleVi(scoreboard), scoreboard, facts },
    lines: scoreboard.units.slice(0, shownRows).map((unit) => rankedLine(scoreboard, unit)),
    note: more > 0 ? `và ${more} đơn vị khác` : '',
  });
}

function rankedLine(scoreboard: Scoreboard, unit: ScoreboardUnit): SvgLine {
  const share = unit.scores[totalMeasure(scoreboard)?.measure ?? '']?.value ?? null;
  return {
    lead: unit.rank === null ? '–' : `${unit.rank}`,
    name: unit.rank === null ? `${unit.unit_name_vi} (${noRankVi(unit)})` : unit.unit_name_vi,
    value: share === null ? '–' : formatDecimal(share),
    share,
  };
}

/** One unit's result and main indices as one picture. */
export const renderUnitSvg = (scoreboard: Scoreboard, unit: ScoreboardUnit, facts: EmbedFacts): string =>
  renderEmbedSvg({
    ...{ title: `${unitTitleVi(scoreboard, unit)} – ${resultVi(scoreboard, unit)}`, scoreboard, facts },
    lines: mainIndices(scoreboard).flatMap(({ measure, name_vi }) => {
      const score = unit.scores[measure];
      return score ? [{ lead: '', name: name_vi, value: formatDecimal(score.value), share: score.value }] : [];
    }),
    note: '',
  });
