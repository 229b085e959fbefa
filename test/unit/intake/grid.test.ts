import { describe, expect, it } from 'vitest';
import { type Grid, readGrid } from '../../../functions/read-submissions/read-grid.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import type { ReceiptAddress } from '../../../shared/http/require-receipt.ts';
import { answerDocumentKey } from '../../../shared/lake/keys.ts';
import { getObject, putObject } from '../../../shared/lake/objects.ts';
import type { GridRow } from '../../../shared/submission/grid/build-grid.ts';
import { pageRows } from '../../../shared/submission/grid/page-rows.ts';
import { callerWith } from '../../support/callers.ts';
import { type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { chain, formWith, jsonOf, send, submit, whole } from '../../support/intake-doors.ts';
import { itemsOf, overwrite } from '../../support/ledger-rows.ts';

const gridOf = (
  intake: Intake,
  address: ReceiptAddress = { receipt: '1' },
  after: number | null = null,
  caller = officer(),
): Promise<Grid> => readGrid({ ...unit, after }, address, caller, intake);

const short = ({ rows }: Grid) =>
  rows.map(({ indicator, input, cell, row, raw, value }) => [`${indicator}/${input}`, cell ?? row, raw, value]);

describe('the grid of a file', () => {
  it('has every row that is asked for with what stood there, also of a file that was refused', async () => {
    const intake = await openIntake();
    const bytes = await formWith({ ...whole, a: '0,5x' });
    await send(intake, bytes);
    const grid = await gridOf(intake);
    expect(grid).toMatchObject({ status: 'rejected', rows_kept: 'read', receipt: 1, next_after: null });
    expect(short(grid)).toEqual([
      ['a/value', expect.stringMatching(/^[A-Z]\d+$/), '0,5x', null],
      ['r/numerator', expect.any(String), '3', '3'],
      ['r/denominator', expect.any(String), '4', '4'],
      ['e/value', expect.any(String), '0.25', '0.25'],
    ]);
    const [wrong, ...others] = grid.rows;
    expect(wrong).toMatchObject({ sheet: 'Số liệu', findings: [{ rule: 'NOT_NUMBER', cell: wrong!.cell }] });
    expect(others.flatMap(({ findings }) => findings)).toEqual([]);
    expect(grid.findings).toEqual([]);
    expect(others.at(-1)).toMatchObject({ evidence: 'QĐ 1', evidence_required: true, max_points: expect.any(String) });
    expect(await gridOf(intake, { sha256: sha256Of(bytes) })).toEqual(grid);
  });

  it('says what framework and form say of a row, under the headings of the main indices', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const { main_indices, rows } = await gridOf(intake);
    expect(main_indices.reduce((sum, { rows: own }) => sum + own, 0)).toBe(rows.length);
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(rows[1]).toMatchObject({ input_name_vi: 'Tử số', input_name_en: 'Numerator', inputs: 2, choices: null });
  });

  it('keeps a finding about no row, and about a row that is not there, apart from the rest', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf({ a: '0.5', 'r/numerator': '9', 'r/denominator': '4', x: '1' }));
    const grid = await gridOf(intake);
    expect(grid.findings.map(({ rule }) => rule)).toEqual(['ROW_UNKNOWN', 'UNANSWERED']);
    const above = grid.rows.flatMap(({ indicator, findings }) => findings.map(({ rule }) => [indicator, rule]));
    expect(above).toEqual([['r', 'NUMERATOR_ABOVE_DENOMINATOR']]);
    expect(grid.rows.at(-1)).toMatchObject({ indicator: 'e', row: null, raw: null, value: null });
  });

  it('knows of a figure that a part left standing where it was declared', async () => {
    const intake = await openIntake();
    const form = await formWith(whole);
    await send(intake, form);
    await submit(intake, jsonOf({ a: '0.75' }), { partial: true });
    const { rows } = await gridOf(intake, { receipt: '2' });
    expect(rows[0]).toMatchObject({ row: 1, value: '0.75' });
    expect(rows[0]).not.toHaveProperty('origin');
    expect(rows[1]).toMatchObject({ row: null, value: '3', origin: { submission_sha256: sha256Of(form) } });
  });

  it('says so where rows were not kept: of an old answer the accepted figures, else nothing', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    await forgetRows(intake);
    const grid = await gridOf(intake);
    expect(grid.rows_kept).toBe('figures');
    expect(short(grid)[0]).toEqual(['a/value', 1, null, '0.5']);
  });

  it('has no rows of a file that is no form of ours, and all that is asked for all the same', async () => {
    const intake = await openIntake();
    await send(intake, new TextEncoder().encode('no workbook'));
    const grid = await gridOf(intake);
    expect(grid).toMatchObject({ status: 'rejected', rows_kept: 'none', rows: [{ value: null }, {}, {}, {}] });
    expect(grid.findings.length).toBeGreaterThan(0);
  });

  it('goes on behind a position, and is the unit’s own and its appraiser’s', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const rest = await gridOf(intake, { receipt: '1' }, 2, callerWith({ role: 'appraiser' }));
    expect(rest.rows.map(({ position }) => position)).toEqual([3, 4]);
    const foreign = gridOf(intake, { receipt: '1' }, null, officer({ unit_id: 'P46-2025' }));
    await expect(foreign).rejects.toMatchObject({ status: 403, code: 'foreign-unit' });
    await expect(gridOf(intake, { receipt: '2' })).rejects.toMatchObject({ status: 404, code: 'file-unknown' });
  });

  it('pages what would not fit into one answer, a row at least', () => {
    const rows = [1, 2, 3].map((position) => ({ position, note: 'Đ'.repeat(50) }) as GridRow);
    expect(pageRows(rows, 0)).toEqual({ rows, next_after: null });
    expect(pageRows(rows, 0, 300)).toMatchObject({ rows: [{ position: 1 }, { position: 2 }], next_after: 2 });
    expect(pageRows(rows, 1, 1)).toMatchObject({ rows: [{ position: 2 }], next_after: 2 });
    expect(pageRows(rows, 3)).toEqual({ rows: [], next_after: null });
  });
});

/** As answers were before rows were kept: the entry still names the document by its hash. */
async function forgetRows(intake: Intake): Promise<void> {
  const answered = (await chain(intake)).find(({ kind }) => kind === 'answered');
  const { answer_sha256 } = answered!.about as { answer_sha256: string };
  const key = answerDocumentKey(unit, answer_sha256);
  const stored = await getObject(intake.lake, key);
  const { rows_sha256, ...old } = JSON.parse(new TextDecoder().decode(stored!.bytes));
  const text = JSON.stringify(old);
  const sha256 = sha256Of(text);
  await putObject(intake.lake, answerDocumentKey(unit, sha256), text);
  const items = await itemsOf(intake.ledger.chains);
  const item = items.find(({ kind }) => kind === 'answered')!;
  await overwrite(intake.ledger.chains, { ...item, about: { ...(item.about as object), answer_sha256: sha256 } });
}
