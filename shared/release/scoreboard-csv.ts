import { stringify } from 'csv-stringify/sync';
import { guardText } from '../format/guard-text.ts';
import type { PublishedScore, Scoreboard, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { measuresExceptTotal, totalMeasure } from './read-scoreboard.ts';

/** What the table shows of a release, whether it was computed here or published elsewhere. */
type ShownScoreboard = Pick<Scoreboard, 'index' | 'measures'> & { units: ShownUnit[] };
type ShownUnit = Pick<ScoreboardUnit, 'unit_id' | 'unit_name_vi' | 'rank'> & {
  scores: Record<string, Pick<PublishedScore, 'value' | 'rank'>>;
};

/**
 * `scoreboard.csv`: UTF-8 with BOM, CRLF, decimal point. `rank` and the total stay as columns, empty, when no total is
 * published, so that a reader of several releases finds the same head.
 */
export function renderScoreboardCsv(scoreboard: ShownScoreboard): string {
  const total = totalMeasure(scoreboard)?.measure ?? scoreboard.index;
  const others = measuresExceptTotal(scoreboard).map(({ measure }) => measure);
  const header = ['rank', 'unit_id', 'unit_name_vi', total, ...others.flatMap((name) => [name, `${name}_rank`])];
  const rows = scoreboard.units.map((unit) => unitRow(unit, total, others));
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function unitRow(unit: ShownUnit, total: string, others: string[]): string[] {
  const cells = [rankText(unit.rank), guardText(unit.unit_id), guardText(unit.unit_name_vi)];
  cells.push(unit.scores[total]?.value ?? '');
  for (const measure of others) cells.push(unit.scores[measure]?.value ?? '', rankText(unit.scores[measure]?.rank));
  return cells;
}

const rankText = (rank: number | null | undefined) => (rank == null ? '' : `${rank}`);
