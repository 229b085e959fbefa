import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Download } from '../../shared/lake/objects.ts';
import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import { readCurrentPeriods, readCurrentRelease } from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readScoreboard } from '../../shared/score-store/scores.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { writeChosenTable } from '../../shared/workbook/table/chosen-table.ts';
import { type IssueDeps, issue } from './issue.ts';

export interface IssueTableInput {
  index: string;
  group: string;
  /** Comma between; absent: all that are released, or all units, or all measures. */
  periods?: string | undefined;
  units?: string | undefined;
  measures?: string | undefined;
}

export interface IssueTableDeps extends IssueDeps {
  table: ScoreTable;
  now: () => Date;
}

/** Lines of one table, a unit and period each: what a function writes within its time. */
const mostRows = 10_000;

/** Where a table of chosen units, measures and periods can be fetched; only of what is released. */
export async function issueTable(input: IssueTableInput, caller: Caller, deps: IssueTableDeps): Promise<Download> {
  requireRole(caller, 'appraiser', 'publisher', 'operator');
  const { index, group } = input;
  requireGroupPeriod(group, '2024');
  requireOwner(caller, group);
  const scoreboards = await readChosen(input, deps);
  const measures = [...new Map(scoreboards.flatMap((one) => one.measures).map((one) => [one.measure, one])).values()];
  const units = new Set(scoreboards.flatMap((one) => one.units).map(({ unit_id }) => unit_id));
  const wanted = chosenOf('measures', input.measures, new Set(measures.map(({ measure }) => measure)));
  const unitIds = chosenOf('units', input.units, units);
  requireFewLines({ scoreboards, unitIds });
  const bytes = await writeChosenTable({
    ...{ scoreboards, unitIds, at: deps.now() },
    measures: measures.filter(({ measure }) => wanted === null || wanted.has(measure)),
  });
  return issue(bytes, `bang-so-lieu-${index}-${group}.xlsx`, deps);
}

interface Asked {
  scoreboards: readonly { units: readonly { unit_id: string }[] }[];
  /** Null: all. */
  unitIds: ReadonlySet<string> | null;
}

export function requireFewLines({ scoreboards, unitIds }: Asked): void {
  const units = scoreboards.flatMap((one) => one.units);
  const lines = unitIds === null ? units.length : units.filter(({ unit_id }) => unitIds.has(unit_id)).length;
  if (lines <= mostRows) return;
  throw new Problem(
    400,
    'choice-too-large',
    `Bảng sẽ có ${lines} dòng, nhiều hơn ${mostRows}; đề nghị chọn ít kỳ hoặc ít đơn vị hơn.`,
    `The table would have ${lines} lines, more than ${mostRows}: choose fewer periods or units.`,
  );
}

async function readChosen(
  { index, group, periods }: IssueTableInput,
  { table }: IssueTableDeps,
): Promise<Scoreboard[]> {
  const released = await readCurrentPeriods(table, index, group);
  if (released.length === 0)
    throw new Problem(
      404,
      'table-empty',
      `${groupNameVi(group)} chưa có đợt công bố nào của chỉ số ${index}.`,
      `Nothing of ${index} is released of ${group}.`,
    );
  const chosen = chosenOf('periods', periods, new Set(released));
  const ordered = released
    .filter((period) => chosen === null || chosen.has(period))
    .map(parsePeriod)
    .sort(comparePeriodEnds);
  const read = ordered.map(async ({ period }) => {
    const release = await readCurrentRelease(table, { index, group, period });
    return release && readScoreboard(table, release.run_id);
  });
  return (await Promise.all(read)).filter((scoreboard) => scoreboard !== null);
}

/** Null: all. 400 names the first that there is nothing of. */
function chosenOf(name: string, text: string | undefined, known: ReadonlySet<string>): Set<string> | null {
  if (text === undefined) return null;
  const chosen = text.split(',').map((one) => one.trim());
  const unknown = chosen.find((one) => !known.has(one));
  if (unknown === undefined) return new Set(chosen);
  throw new Problem(
    400,
    'choice-unknown',
    `Tham số "${name}": không có "${unknown.slice(0, 100)}" trong các đợt công bố được chọn.`,
    `"${name}": there is no "${unknown.slice(0, 100)}" in the releases chosen.`,
  );
}
