import { averages } from './averages/table.ts';
import { indicatorPoints } from './indicator_points/table.ts';
import { mainIndexScores } from './main_index_scores/table.ts';
import { measureScores } from './measure_scores/table.ts';
import type { OutputTable } from './output-table.ts';
import { successorMainIndices } from './successor_main_indices/table.ts';

/** What scoring SQL computes, each from frozen tables and tables before it. */
export const outputTables: OutputTable[] = [
  indicatorPoints,
  mainIndexScores,
  measureScores,
  averages,
  successorMainIndices,
];
