import { requireMember } from '../../shared/http/group-period.ts';
import type { ReceiptAddress } from '../../shared/http/require-receipt.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Receipt } from '../../shared/ledger/fold-unit.ts';
import { isAccepted } from '../../shared/ledger/standing.ts';
import { readAnswerDocument } from '../../shared/submission/answer-document.ts';
import { readFigures } from '../../shared/submission/figures-document.ts';
import { askedRows, type RowGroup } from '../../shared/submission/grid/asked-rows.ts';
import { buildGrid } from '../../shared/submission/grid/build-grid.ts';
import { pageRows, type RowPage } from '../../shared/submission/grid/page-rows.ts';
import { readEarlierValues } from '../../shared/submission/known-values.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { type ReadRow, readRows } from '../../shared/submission/read-row.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { type ToldReceipt, tellReceipt } from '../../shared/submission/tell-answer.ts';
import { type ReadSubmissionsDeps, readOwn } from './read-submissions.ts';

/** One file as a grid: every row that the framework asks of the unit, whether the file was accepted or not. */
export interface Grid extends ToldReceipt, RowPage {
  group: string;
  period: string;
  framework_id: string;
  /**
   * `read`: rows are as the file had them. `figures`: of an answer given before rows were kept, the accepted figures alone.
   * `none`: nothing of the rows is known, because they were not kept or the file could not be read as far as them.
   */
  rows_kept: 'read' | 'figures' | 'none';
  main_indices: RowGroup[];
}

export async function readGrid(
  { after, ...of }: UnitOf & { after: number | null },
  address: ReceiptAddress,
  caller: Caller,
  deps: ReadSubmissionsDeps,
): Promise<Grid> {
  const told = await readOwn(of, caller, deps);
  requireMember(of.unit_id, of.group, of.period);
  const receipt = requireReceipt(told.unit, address);
  const framework = await readPeriodFramework(deps.lake, told.period.terms);
  const asked = askedRows(framework, of);
  const { findings, ...answer } = await tellReceipt(receipt, told, deps.lake);
  const { read, rows_kept } = await readWhat(of, receipt, deps);
  const earlier = await readEarlierValues(of, framework, deps);
  const grid = buildGrid({ asked: asked.rows, read, findings, earlier });
  return {
    group: of.group,
    period: of.period,
    framework_id: framework.framework_id,
    ...answer,
    findings: grid.findings,
    rows_kept,
    main_indices: asked.main_indices,
    ...pageRows(grid.rows, after ?? 0),
  };
}

async function readWhat(
  of: UnitOf,
  receipt: Receipt,
  { lake }: Pick<ReadSubmissionsDeps, 'lake'>,
): Promise<{ read: ReadRow[]; rows_kept: Grid['rows_kept'] }> {
  if (!receipt.answer) return { read: [], rows_kept: 'none' };
  const { rows_sha256 } = await readAnswerDocument(lake, of, receipt.answer.answer_sha256);
  if (rows_sha256) {
    const read = await readRows(lake, of, rows_sha256);
    return { read, rows_kept: read.length > 0 ? 'read' : 'none' };
  }
  if (!isAccepted(receipt)) return { read: [], rows_kept: 'none' };
  const { observations } = await readFigures(lake, of, receipt.answer.figures_sha256);
  return { read: observations.map((one) => rowOf(one, receipt)), rows_kept: 'figures' };
}

function rowOf({ unit_id, submission_sha256, ...figure }: Observation, { sha256 }: Receipt): ReadRow {
  if (submission_sha256 === sha256) return { ...figure, raw: null };
  const { sheet, cell, row } = figure;
  return { ...figure, sheet: null, cell: null, row: null, raw: null, origin: { submission_sha256, sheet, cell, row } };
}
