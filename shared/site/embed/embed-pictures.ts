import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { decimal, measureName } from '../words/scoreboard-words.ts';
import type { EmbedProps } from './embed-facts.ts';
import { renderEmbedSvg, type SvgLine } from './embed-svg.tsx';
import { andMore, noRank, rankingTitle, resultOf, unitTitle } from './embed-words.ts';
import { shownRows } from './ranking-embed.tsx';

/** The table of a release as one picture. */
export function renderRankingSvg(props: EmbedProps): string {
  const { scoreboard, language } = props;
  const more = scoreboard.units.length - shownRows;
  return renderEmbedSvg({
    ...props,
    title: rankingTitle(scoreboard, language),
    lines: scoreboard.units.slice(0, shownRows).map((unit) => rankedLine(props, unit)),
    note: more > 0 ? andMore(more, language) : '',
  });
}

function rankedLine({ scoreboard, language }: EmbedProps, unit: ScoreboardUnit): SvgLine {
  const share = unit.scores[totalMeasure(scoreboard)?.measure ?? '']?.value ?? null;
  return {
    lead: unit.rank === null ? '–' : `${unit.rank}`,
    name: unit.rank === null ? `${unitLabel(unit)} (${noRank(unit, language)})` : unitLabel(unit),
    value: share === null ? '–' : decimal(share, language),
    share,
  };
}

/** One unit's result and main indices as one picture. */
export function renderUnitSvg(props: EmbedProps, unit: ScoreboardUnit): string {
  const { scoreboard, language } = props;
  return renderEmbedSvg({
    ...props,
    title: `${unitTitle(scoreboard, unit, language)} – ${resultOf(scoreboard, unit, language)}`,
    lines: mainIndices(scoreboard).flatMap((measure) => {
      const value = unit.scores[measure.measure]?.value;
      return value === undefined
        ? []
        : [{ lead: '', name: measureName(measure, language), value: decimal(value, language), share: value }];
    }),
    note: '',
  });
}
