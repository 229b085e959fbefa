import { describe, expect, it } from 'vitest';
import { readGrid } from '../../../functions/read-submissions/read-grid.ts';
import { readReceipt } from '../../../functions/read-submissions/read-submissions.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { certify, chain, formWith, rules, send, submit, whole } from '../../support/intake-doors.ts';

const gridOf = (intake: Intake, receipt: string) => readGrid({ ...unit, after: null }, { receipt }, officer(), intake);

/** What the portal sends when cells of a file are corrected on the screen: every row, and the cell that it came from. */
async function correct(intake: Intake, receipt: number, values: Record<string, string | null> = {}) {
  const { rows } = await gridOf(intake, `${receipt}`);
  const sent = rows.map(({ indicator, input, value, sheet, cell, row }) => ({
    ...{ indicator, input, value: values[`${indicator}/${input}`] ?? value },
    from: sheet === null ? { receipt, row } : { receipt, sheet, cell },
  }));
  return new TextEncoder().encode(JSON.stringify(sent));
}

const figuresOf = async (intake: Intake, receipt: string) =>
  (await readReceipt({ ...unit, receipt }, officer(), intake)).observations;

describe('figures that name the cell they come from', () => {
  it('correct a refused form on the screen: what stays keeps its cell, what changes names the one it corrects', async () => {
    const intake = await openIntake();
    const form = await formWith({ ...whole, a: '0,5x' });
    await send(intake, form);
    const bytes = await correct(intake, 1, { 'a/value': '0.5' });
    expect(await submit(intake, bytes)).toMatchObject({ accepted: true, receipt: 2, findings: [] });
    const [changed, ...kept] = await figuresOf(intake, '2');
    const cell = (await gridOf(intake, '1')).rows[0]!.cell;
    const at = { submission_sha256: sha256Of(form), sheet: 'Số liệu', row: null };
    expect(changed).toMatchObject({ value: '0.5', submission_sha256: sha256Of(bytes), cell: null, row: 1 });
    expect(changed!.corrects).toEqual({ ...at, cell });
    for (const figure of kept) expect(figure).toMatchObject({ ...at, cell: expect.stringMatching(/^[A-Z]\d+$/) });
  });

  it('take evidence and note from there where they are left out, and nothing where they are said to be none', async () => {
    const intake = await openIntake();
    await send(intake, await formWith(whole));
    await submit(intake, await correct(intake, 1));
    expect((await figuresOf(intake, '2')).at(-1)).toMatchObject({ evidence: 'QĐ 1', value: '0.25' });
    const [, , , e] = JSON.parse(new TextDecoder().decode(await correct(intake, 1)));
    const without = new TextEncoder().encode(JSON.stringify([{ ...e, evidence: null }]));
    expect(rules(await submit(intake, without, { partial: true }))).toContain('EVIDENCE_MISSING error');
  });

  it('lead through a correction of a correction to the cell that the value was typed into first', async () => {
    const intake = await openIntake();
    const form = await formWith({ ...whole, a: '0,5x' });
    await send(intake, form);
    await submit(intake, await correct(intake, 1, { 'a/value': '0.5' }));
    const second = await correct(intake, 2, { 'r/numerator': '2' });
    expect(await submit(intake, second)).toMatchObject({ accepted: true, receipt: 3 });
    const [a, numerator, denominator] = await figuresOf(intake, '3');
    expect(denominator).toMatchObject({ submission_sha256: sha256Of(form), row: null });
    // Typed on the screen in the first correction, and taken over from there.
    expect(a).toMatchObject({ submission_sha256: (await gridOf(intake, '2')).sha256, row: 1 });
    expect(numerator).toMatchObject({ submission_sha256: sha256Of(second), value: '2' });
    expect((await gridOf(intake, '3')).rows[1]).toMatchObject({ corrects: { row: 2 } });
  });

  it('make who sent that file one who has sent the figures', async () => {
    const intake = await openIntake();
    await send(intake, await formWith({ ...whole, a: '0,5x' }), officer({ subject: 'binh' }));
    await submit(intake, await correct(intake, 1, { 'a/value': '0.5' }), { caller: officer({ subject: 'an' }) });
    const answered = (await chain(intake)).findLast(({ kind }) => kind === 'answered');
    expect(answered!.about).toMatchObject({ kept_from: [(await gridOf(intake, '1')).sha256] });
    const certifying = certify(intake, 2, officer({ subject: 'binh', role: 'certifier' }));
    await expect(certifying).rejects.toMatchObject({ status: 403 });
  });

  const at = { receipt: 1, sheet: 'Số liệu', cell: 'A1' };
  it.each([
    ['a receipt that the unit does not have', { receipt: 9, row: 1 }],
    ['a cell that is another figure’s, or none', at],
    ['another kind of place than the file has', { receipt: 1, row: 1 }],
    ['half a place', { receipt: 1, cell: 'H8' }],
    ['a field too many', { ...at, row: 1 }],
    ['a text', 'H8'],
  ])('are refused where they name %s', async (_, from) => {
    const intake = await openIntake();
    await send(intake, await formWith(whole));
    const bytes = new TextEncoder().encode(JSON.stringify([{ indicator: 'a', value: '0.5', from }]));
    const answer = await submit(intake, bytes, { partial: true });
    expect(rules(answer)).toEqual(['FIGURE_SOURCE error']);
    expect(answer.findings[0]).toMatchObject({ row: 1, field: 'from' });
  });

  it('cannot name another unit’s receipt: the number is looked up among the own ones alone', async () => {
    const intake = await openIntake();
    const other = 'P46-2025';
    await send(intake, await formWith(whole));
    const from = { receipt: 1, sheet: 'Số liệu', cell: (await gridOf(intake, '1')).rows[0]!.cell };
    const bytes = new TextEncoder().encode(JSON.stringify([{ indicator: 'a', value: '0.5', from }]));
    const answer = await submit(intake, bytes, { unit_id: other, caller: officer({ unit_id: other }) });
    expect(rules(answer)).toContain('FIGURE_SOURCE error');
  });

  it('are judged the same before they are sent', async () => {
    const intake = await openIntake();
    await send(intake, await formWith({ ...whole, a: '0,5x' }));
    const bytes = await correct(intake, 1, { 'a/value': '0.5' });
    expect(await submit(intake, bytes, { dryRun: true })).toMatchObject({ accepted: true, receipt: null });
  });

  it('come by JSON alone', async () => {
    const intake = await openIntake();
    const csv = new TextEncoder().encode('indicator,value,from\na,0.5,1\n');
    expect(rules(await submit(intake, csv, { contentType: 'text/csv' }))).toContain('FIELD_UNKNOWN error');
  });
});
