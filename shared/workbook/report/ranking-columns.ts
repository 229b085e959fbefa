import type { Changes } from '../../release/changes/changes.ts';
import { againstPeriodVi } from '../../release/changes/changes-words.ts';
import { pillars, totalMeasure } from '../../release/read-scoreboard.ts';
import { fullNamesOf } from '../../release/unit-full-names.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { pageCharacters, sum } from './report-sheet.ts';
import { type CellContent, leadingColumns, missingCodes, type ScoreColumn, valueColumn } from './score-columns.ts';

const nothing: CellContent = { kind: 'text', text: '' };

/** Rank, unit by its name in law, total, pillars and change of rank: as many characters as a portrait page has. */
export function rankingColumns(scoreboard: Scoreboard, changes: Changes | null): ScoreColumn[] {
  const rest = [
    ...pillars(scoreboard).map((pillar) => valueColumn(pillar, pillarName(pillar), 9.5)),
    ...(changes && totalMeasure(scoreboard)?.ranked ? [rankChangeColumn(changes)] : []),
  ];
  const beforeName = leadingColumns(scoreboard, 0).map(({ width }) => width);
  const left = pageCharacters.portrait - sum(beforeName) - sum(rest.map(({ width }) => width));
  return [...leadingColumns(scoreboard, Math.max(24, left), fullNamesOf(scoreboard)), ...rest];
}

/** Against which period stands in its head: a change says nothing without it. */
function rankChangeColumn(changes: Changes): ScoreColumn {
  const byUnit = new Map(changes.units.map((unit) => [unit.unit_id, unit]));
  return {
    header: `Thay đổi hạng so với ${againstPeriodVi(changes)}`,
    width: 9.5,
    cellOf: ({ unit_id }) => {
      const places = byUnit.get(unit_id)?.rank_change ?? null;
      return places === null ? { kind: 'code', code: missingCodes.not_comparable } : { kind: 'places', places };
    },
    average: nothing,
    role: 'other',
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const pillarName = ({ name_vi }: ScoreboardMeasure): string =>
  /^trụ cột/i.test(name_vi) ? name_vi : `Trụ cột ${lowerFirst(name_vi)}`;
