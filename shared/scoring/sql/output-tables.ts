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
