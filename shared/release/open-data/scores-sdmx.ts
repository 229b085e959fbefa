import { renderPlainCsv } from './csv.ts';
import type { OpenScoreboard, ScoreRow, ScoreState } from './score-rows.ts';

export const scoresSdmxPath = 'scores.sdmx.csv';

/**
 * The data structure that the lines name. Of no registry: its components are described in the CSVW file beside.
 * A new version when a column comes, goes or means something else.
 */
const sdmxStructure = 'DTI:DF_SCORES(1.0)';

/** Dimensions, then measures, then attributes, as SDMX-CSV 2.0 has them. */
export const sdmxColumns = [
  ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION'],
  ...['FREQ', 'INDEX', 'UNIT_GROUP', 'REF_UNIT', 'MEASURE', 'TIME_PERIOD'],
  ...['OBS_VALUE', 'RANK'],
  ...['OBS_STATUS', 'STATE', 'RANKED_UNITS', 'RELEASE'],
] as const;

/** Codes of the SDMX code list of observation states: normal; missing, cannot exist; missing, was not collected. */
const statuses: Record<ScoreState, string> = { ranked: 'A', unranked: 'A', no_value: 'M', not_submitted: 'L' };

/** `scores.sdmx.csv`: the same lines as an SDMX-CSV 2.0 data message. */
export const renderScoresSdmx = (scoreboard: OpenScoreboard, rows: ScoreRow[]): string =>
  renderPlainCsv([sdmxColumns, ...rows.map((row) => observation(scoreboard, row))]);

const observation = ({ index, group, period }: OpenScoreboard, row: ScoreRow): string[] => [
  ...['dataflow', sdmxStructure, 'I'],
  ...[period.includes('Q') ? 'Q' : 'A', index, group, row.unit_id, row.measure, period],
  ...[row.value ?? '', row.rank === null ? '' : `${row.rank}`],
  ...[statuses[row.state], row.state, `${row.n}`, row.release],
];
