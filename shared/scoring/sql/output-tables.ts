import { frozenTables, type Table } from '../../lake/tables.ts';
import { averages } from './averages/table.ts';
import { declaredFractions } from './declared_fractions/table.ts';
import { fractionPoints } from './fraction_points/table.ts';
import { indicatorPoints } from './indicator_points/table.ts';
import { mainIndexScores } from './main_index_scores/table.ts';
import { measureScores } from './measure_scores/table.ts';
import type { OutputTable } from './output-table.ts';
import { selfPoints } from './self_points/table.ts';
import { successorMainIndices } from './successor_main_indices/table.ts';
import { tierPoints } from './tier_points/table.ts';
import { unitAnswers } from './unit_answers/table.ts';

/** What scoring SQL computes, each from frozen tables and tables before it. */
export const outputTables: OutputTable[] = [
  unitAnswers,
  declaredFractions,
  fractionPoints,
  tierPoints,
  selfPoints,
  indicatorPoints,
  mainIndexScores,
  measureScores,
  averages,
  successorMainIndices,
];

/**
 * Those that a run keeps, in the order in which each builds on the one before. Trino computes a CTE again wherever it is
 * named, and Athena refuses a statement of too many stages: without them the checks would come near it.
 */
export const scoredTables: OutputTable[] = [indicatorPoints, mainIndexScores, measureScores, averages];

/** All that lies in the lake. */
export const lakeTables: Table[] = [...frozenTables, ...scoredTables];
