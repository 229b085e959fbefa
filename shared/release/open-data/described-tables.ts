import type { ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { measuresExceptTotal, totalMeasure } from '../read-scoreboard.ts';
import type { OpenScoreboard } from './score-rows.ts';
import { headsVi, scoreboardViPath, stateWordsVi } from './scoreboard-vi-csv.ts';
import { scoreColumns, scoresCsvPath } from './scores-csv.ts';
import { scoresSdmxPath, sdmxColumns } from './scores-sdmx.ts';

/** A column of a CSV file of a release: one description, of which CSVW and the data package are both made. */
export interface DescribedColumn {
  /** As it stands in the first line. */
  head: string;
  /** What programs call it: a head that is a phrase is no name. */
  name: string;
  type: 'string' | 'decimal' | 'integer';
  required: boolean;
  description: string;
  /** All that may stand there; absent: anything of the type. */
  values?: string[];
}

export interface DescribedTable {
  path: string;
  title: string;
  delimiter: ',' | ';';
  decimalChar: '.' | ',';
  hasBom: boolean;
  /** Names. */
  primaryKey: string[];
  columns: DescribedColumn[];
}

type Described = Omit<DescribedColumn, 'head' | 'name'>;

const text = (description: string, values?: string[]): Described => ({
  ...{ type: 'string', required: true, description },
  ...(values ? { values } : {}),
});
const value = (description: string): Described => ({ type: 'decimal', required: false, description });
const rank = (description: string): Described => ({ type: 'integer', required: false, description });

/** Every CSV file of the release, column by column. */
export const describedTables = (scoreboard: OpenScoreboard): DescribedTable[] => [
  scoreboardTable(scoreboard),
  scoreboardViTable(scoreboard),
  scoresTable(),
  sdmxTable(),
];

/** Of both tables with a row per unit: in the same order, under other heads. */
function unitColumns(scoreboard: OpenScoreboard): [string, Described][] {
  const total = totalMeasure(scoreboard);
  return [
    ['rank', rank('Rank of the total; empty: not ranked / Thứ hạng chung')],
    ['unit_id', text('Stable id of the unit / Mã đơn vị, không đổi')],
    ['unit_name_vi', text('Name of the unit / Tên đơn vị')],
    [total?.measure ?? scoreboard.index, value(total ? meaningOf(total) : 'No total is published / Không công bố')],
    ...measuresExceptTotal(scoreboard).flatMap((measure): [string, Described][] => [
      [measure.measure, value(meaningOf(measure))],
      [`${measure.measure}_rank`, rank(`Rank of ${measure.name_en} / Thứ hạng ${measure.name_vi}`)],
    ]),
  ];
}

const meaningOf = ({ name_en, name_vi }: ScoreboardMeasure) => `${name_en}, from 0 to 1 / ${name_vi}, từ 0 đến 1`;

const scoreboardTable = (scoreboard: OpenScoreboard): DescribedTable => ({
  path: 'scoreboard.csv',
  title: 'Bảng số liệu, mỗi đơn vị một dòng / One row per unit',
  ...{ delimiter: ',', decimalChar: '.', hasBom: true, primaryKey: ['unit_id'] },
  columns: unitColumns(scoreboard).map(([name, column]) => ({ head: name, name, ...column })),
});

function scoreboardViTable(scoreboard: OpenScoreboard): DescribedTable {
  const states = Object.values(stateWordsVi);
  const columns: [string, Described][] = [
    ...unitColumns(scoreboard),
    ['state', text('State of the unit / Trạng thái của đơn vị', states)],
  ];
  const heads = headsVi(scoreboard);
  return {
    path: scoreboardViPath,
    title: 'Bảng số liệu tiếng Việt, mở bằng bảng tính / The same for spreadsheets in Vietnamese',
    ...{ delimiter: ';', decimalChar: ',', hasBom: true, primaryKey: ['unit_id'] },
    columns: columns.map(([name, column], index) => ({ head: heads[index]!, name, ...column })),
  };
}

const states = ['ranked', 'unranked', 'no_value', 'not_submitted'];

/** What `scores.csv` and the file of all releases have in each line. */
const scoreDescriptions: Record<(typeof scoreColumns)[number], Described> = {
  release: text('Name of the release / Đợt công bố'),
  unit_id: text('Stable id of the unit / Mã đơn vị, không đổi'),
  measure: text('Code of the measure / Mã chỉ tiêu'),
  value: value('Published value, from 0 to 1; empty: none / Giá trị công bố'),
  rank: rank('Rank in the measure; empty: not ranked / Thứ hạng'),
  state: text('Why there is a value and a rank, or not / Trạng thái', states),
  n: { type: 'integer', required: true, description: 'Units ranked in the measure / Số đơn vị được xếp hạng' },
};

/** In the order of the file. */
export const describedScoreColumns = (): DescribedColumn[] =>
  scoreColumns.map((name) => ({ head: name, name, ...scoreDescriptions[name] }));

const scoresTable = (): DescribedTable => ({
  path: scoresCsvPath,
  title: 'Từng đơn vị, từng chỉ tiêu một dòng / One row per unit and measure',
  ...{ delimiter: ',', decimalChar: '.', hasBom: false, primaryKey: ['release', 'unit_id', 'measure'] },
  columns: describedScoreColumns(),
});

const sdmxDescriptions: Record<(typeof sdmxColumns)[number], Described> = {
  STRUCTURE: text('Kind of structure the lines follow', ['dataflow']),
  STRUCTURE_ID: text('The structure, of no registry: this file describes it'),
  ACTION: text('I: information', ['I']),
  FREQ: text('A: of a year; Q: of a quarter', ['A', 'Q']),
  INDEX: text('Index the figures are of'),
  UNIT_GROUP: text('Group of units that are ranked together'),
  REF_UNIT: text('Stable id of the unit'),
  MEASURE: text('Code of the measure'),
  TIME_PERIOD: text('Assessment period: 2024, 2026-Q3'),
  OBS_VALUE: value('Published value, from 0 to 1; empty: none'),
  RANK: rank('Rank in the measure; empty: not ranked'),
  OBS_STATUS: text('A: normal; M: missing, cannot exist; L: missing, was not collected', ['A', 'M', 'L']),
  STATE: text('Why there is a value and a rank, or not', states),
  RANKED_UNITS: { type: 'integer', required: true, description: 'Units ranked in the measure' },
  RELEASE: text('Name of the release'),
};

const sdmxTable = (): DescribedTable => ({
  path: scoresSdmxPath,
  title: 'Cùng số liệu theo SDMX-CSV 2.0 / The same as SDMX-CSV 2.0',
  ...{ delimiter: ',', decimalChar: '.', hasBom: false, primaryKey: ['RELEASE', 'REF_UNIT', 'MEASURE'] },
  columns: sdmxColumns.map((name) => ({ head: name, name, ...sdmxDescriptions[name] })),
});
