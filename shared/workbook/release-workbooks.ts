import type { WriteReports } from '../release/report-source.ts';
import { writeRecomputeWorkbook } from './recompute/recompute-workbook.ts';
import { writeRankingReport } from './report/ranking-report.ts';

/** Every workbook of a release; scores that were carried over to successors have no declared figures to compute from. */
export const writeReleaseWorkbooks: WriteReports = async (source) =>
  new Map([
    ['ranking.xlsx', await writeRankingReport(source)],
    ...(source.inputs ? [['tinh-lai.xlsx', await writeRecomputeWorkbook(source, source.inputs)] as const] : []),
  ]);
