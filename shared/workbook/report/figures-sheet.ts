import type { Workbook } from 'exceljs';
import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import type { Framework } from '../../frameworks/framework.ts';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { periodNamedVi } from '../../periods/period.ts';
import type { FrozenInputs } from '../../release/frozen-inputs.ts';
import type { ReportSource } from '../../release/report-source.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { FrozenObservation } from '../../scoring/scores.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { type PlainTable, writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

export const figureColumns = [
  { header: 'Đơn vị', width: 15 },
  { header: 'Chỉ số chính, giá trị', width: 21 },
  { header: 'Chỉ số thành phần', width: 32 },
  { header: 'Số liệu', width: 16 },
  { header: 'Giá trị kê khai', width: 12 },
  { header: 'Trang tính, ô', width: 13 },
  { header: 'Mã băm SHA-256 của tệp', width: 34, font: 'digest' },
  { header: 'Trang nguồn gốc', width: 20, font: 'digest' },
] satisfies PlainTable['columns'];

/** Below the release's folder, as the manifest names files: where the site stands is not in promised bytes. */
const originAddress = (unitId: string, measure: string): string => `nguon-goc/${unitId}/${measure}/`;

export const originNoteVi = ({ release }: Pick<Scoreboard, 'release'>): string =>
  `Trang nguồn gốc của một giá trị trên trang công bố có địa chỉ /releases/${release}/ và phần ghi ở cột cuối.`;

/** From each published main index of a unit down to the cells, and the file, that it rests on. */
export function addFiguresSheet(workbook: Workbook, { scoreboard }: ReportSource, inputs: FrozenInputs): void {
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Nguồn gốc số liệu',
    title: 'Nguồn gốc từng số liệu',
    widths: figureColumns.map(({ width }) => width),
    orientation: 'landscape',
    note:
      'Mỗi dòng là một số liệu đã tính vào chỉ số chính, với trang tính, ô và tệp mà số liệu được đọc từ đó. ' +
      `Giá trị DTI và giá trị trụ cột tính từ các chỉ số chính. ${originNoteVi(scoreboard)}`,
  });
  writePlainTable(sheet, {
    columns: figureColumns,
    rows: scoreboard.units.flatMap(rowsIn(inputs)),
    startRow: headerRow,
  });
}

export function rowsIn({ framework, observations, answers }: FrozenInputs) {
  const byUnit = Map.groupBy(observations, ({ unit_id }) => unit_id);
  const carried = new Map(answers.map((one) => [`${one.unit_id} ${one.indicator}`, one.carried_from]));
  const figures = describeFigures(framework);
  return (unit: ScoreboardUnit): string[][] => {
    const own = Map.groupBy(byUnit.get(unit.unit_id) ?? [], ({ indicator, input }) => `${indicator} ${input}`);
    return figures.flatMap((figure) =>
      (own.get(figure.key) ?? []).map((observation) => {
        const from = carried.get(`${unit.unit_id} ${observation.indicator}`) ?? null;
        return [
          unitLabel(unit),
          `${figure.mainIndex}: ${shownValue(unit, figure.measure)}`,
          figure.indicator + (from === null ? '' : ` (kế thừa từ ${periodNamedVi(from)})`),
          figure.input,
          formatPoints(observation.value),
          placeOf(observation),
          observation.submission_sha256,
          originAddress(unit.unit_id, figure.measure),
        ];
      }),
    );
  };
}

interface DescribedFigure {
  key: string;
  measure: string;
  mainIndex: string;
  indicator: string;
  input: string;
}

/** In the order of the framework. */
function describeFigures(framework: Framework): DescribedFigure[] {
  const names = new Map(framework.main_indices.map(({ main_index, name_vi }) => [main_index, name_vi]));
  const numbers = indicatorNumbers(framework);
  return framework.indicators
    .filter(({ assessed }) => assessed)
    .flatMap((indicator) =>
      indicator.inputs.map((input) => ({
        key: `${indicator.indicator} ${input.input}`,
        measure: indicator.main_index,
        mainIndex: names.get(indicator.main_index) ?? indicator.main_index,
        indicator: `(${numbers.get(indicator.indicator)}) ${indicator.name_vi}`,
        input: nameOfInput(indicator, input),
      })),
    );
}

const shownValue = ({ scores }: ScoreboardUnit, measure: string): string => {
  const value = scores[measure]?.value;
  return value === undefined ? '[z]' : formatDecimal(value);
};

/** What came as JSON or CSV has no cell. */
const placeOf = ({ sheet, cell }: FrozenObservation): string =>
  [sheet, cell].filter((text) => text !== null).join(', ') || '–';
