import type { Workbook } from 'exceljs';
import { formatPoints } from '../../format/format-decimal.ts';
import type { Framework, Indicator } from '../../frameworks/framework.ts';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import { answeredNoteVi } from '../../release/measure-words.ts';
import { mainIndices, pillars } from '../../release/read-scoreboard.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { IndicatorPoints } from '../../scoring/scores.ts';
import { sheetNames } from '../sheet-names.ts';
import { widthFor } from './points-width.ts';
import { pageCharacters, sum } from './report-sheet.ts';
import {
  type CellContent,
  measureColumns,
  missingCodes,
  type ScoreColumn,
  unitColumnWidth,
  valueColumn,
} from './score-columns.ts';
import { mostOnPage } from './score-sheets.ts';
import { addScoreTable, type ScoreTable } from './score-table.ts';

const nothing: CellContent = { kind: 'text', text: '' };

/** A sheet for each main index and pillar, in the order of its own ranks, with what it is made of. */
export function addIndexSheets(workbook: Workbook, source: ReportSource): void {
  const { scoreboard } = source;
  const measures = [...mainIndices(scoreboard), ...pillars(scoreboard)];
  const taken = workbook.worksheets.map(({ name }) => name);
  const names = sheetNames(measures.map(sheetWanted), taken);
  const parts = partsIn(source);
  measures.forEach((measure, n) => {
    const part = measure.kind === 'pillar' ? parts.ofPillar(measure) : parts.ofIndex(measure);
    const ordered = { ...scoreboard, units: inOrderOf(measure, scoreboard.units) };
    const leading = measureColumns(scoreboard, measure, unitColumnWidth(scoreboard, 26));
    const columns = [...leading, ...sumColumns(measure), ...part.columns];
    addScoreTable(workbook, ordered, {
      ...{ name: names[n]!, title: `${titleVi(scoreboard)}: ${measure.name_vi}`, columns },
      ...pageFor(columns, scoreboard),
      notes: [measure.ranked ? orderNote : '', answeredNoteVi(scoreboard, '(3/6) sau thứ hạng'), part.note],
    });
  });
}

/** A little more than a page has: drawn smaller by as little. */
const uprightCharacters = pageCharacters.portrait * 1.15;

/** A narrow table upright, and then on one page where the group is no larger than the country's provinces. */
function pageFor(columns: ScoreColumn[], { units }: Scoreboard): Partial<ScoreTable> {
  if (sum(columns.map(({ width }) => width)) > uprightCharacters) return {};
  return { orientation: 'portrait', onePage: units.length <= mostOnPage };
}

const orderNote =
  'Xếp theo thứ hạng của chỉ số này; điểm là điểm được tính, thẩm định nếu có, nếu không là tự đánh giá.';

const sheetWanted = ({ kind, name_vi }: ScoreboardMeasure): string =>
  kind === 'pillar' && !/^trụ cột/i.test(name_vi) ? `Trụ cột ${name_vi}` : name_vi;

/** Best first; ties, and who has no rank, as in the release. */
const inOrderOf = ({ measure }: ScoreboardMeasure, units: ScoreboardUnit[]): ScoreboardUnit[] => {
  const rankOf = ({ scores }: ScoreboardUnit) => scores[measure]?.rank ?? Number.MAX_SAFE_INTEGER;
  return units.toSorted((a, b) => rankOf(a) - rankOf(b));
};

/** For the words of their heads. */
const [leastSumWidth, leastPartWidth] = [10.5, 9.5];

function sumColumns({ measure, max_points }: ScoreboardMeasure): ScoreColumn[] {
  const points = max_points ?? '';
  const width = widthFor(points, points.split('.')[1]?.length ?? 0);
  const column = (header: string, of: 'points' | 'max_points'): ScoreColumn => ({
    ...{ header, width: Math.max(leastSumWidth, width), average: nothing, role: 'other' },
    cellOf: ({ state, scores }) => {
      const score = scores[measure];
      if (score) return { kind: 'value', decimal: score[of] };
      return {
        kind: 'code',
        code: state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.not_applicable,
      };
    },
  });
  return [column('Tổng điểm', 'points'), column('Điểm tối đa', 'max_points')];
}

interface Parts {
  columns: ScoreColumn[];
  /** What the heads of the columns stand for. */
  note: string;
}

const none: Parts = { columns: [], note: '' };

/** Where scores were carried over there are neither indicators nor a framework at hand: nothing is said of parts. */
function partsIn({ scoreboard, scores, inputs }: ReportSource) {
  if (!inputs) return { ofIndex: () => none, ofPillar: () => none };
  const { framework } = inputs;
  const rows = new Map(scores.indicator_points.map((row) => [`${row.unit_id} ${row.indicator}`, row]));
  return {
    ofIndex: ({ measure }: ScoreboardMeasure) => indicatorParts(framework, measure, rows),
    ofPillar: ({ measure }: ScoreboardMeasure) => pillarParts(framework, scoreboard, measure),
  };
}

function indicatorParts(framework: Framework, measure: string, rows: ReadonlyMap<string, IndicatorPoints>): Parts {
  const numbers = indicatorNumbers(framework);
  const indicators = framework.indicators.filter((one) => one.assessed && one.main_index === measure);
  const listed = indicators.map(
    ({ indicator, name_vi, illustrative }) =>
      `(${numbers.get(indicator)}) ${name_vi}${illustrative ? ' (minh họa)' : ''}`,
  );
  return {
    columns: indicators.map((indicator) => {
      const width = Math.max(leastPartWidth, widthFor(indicator.max_points, framework.points_decimals));
      return { ...pointsColumn(indicator, numbers.get(indicator.indicator)!, rows), width };
    }),
    note: listed.length === 0 ? '' : `Điểm chỉ số thành phần: ${listed.join('; ')}.`,
  };
}

function pointsColumn(
  { indicator, max_points }: Indicator,
  number: string,
  rows: ReadonlyMap<string, IndicatorPoints>,
): Omit<ScoreColumn, 'width'> {
  return {
    ...{ header: `(${number}) tối đa ${formatPoints(max_points)}`, average: nothing, role: 'other' },
    cellOf: ({ unit_id }) => {
      const row = rows.get(`${unit_id} ${indicator}`);
      return row ? pointsCell(row) : { kind: 'code', code: missingCodes.not_submitted };
    },
  };
}

/** What was not answered is told from a zero that was earned. */
function pointsCell({ state, points, appraised_points }: IndicatorPoints): CellContent {
  if (state === 'not_answered' && appraised_points === null) return { kind: 'code', code: missingCodes.not_submitted };
  if (points !== null) return { kind: 'value', decimal: points };
  return { kind: 'code', code: state === 'not_due' ? missingCodes.not_due : missingCodes.not_applicable };
}

function pillarParts(framework: Framework, scoreboard: Scoreboard, measure: string): Parts {
  const members = measuresOf(framework).find((one) => one.measure === measure)?.main_indices ?? [];
  const indices = mainIndices(scoreboard).filter((index) => members.includes(index.measure));
  return {
    columns: indices.map((index) => valueColumn(index, index.name_vi, 10.5)),
    note: 'Bên phải là giá trị của các chỉ số chính thuộc trụ cột.',
  };
}
