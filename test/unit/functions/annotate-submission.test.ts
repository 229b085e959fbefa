import { describe, expect, it } from 'vitest';
import { annotateSubmission } from '../../../functions/annotate-submission/annotate-submission.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import { unidentified } from '../../../shared/submission/upload-limits.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { callerWith } from '../../support/callers.ts';
import { type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { deliver, formWith, jsonOf, post, send, signForm, submit, whole } from '../../support/intake-doors.ts';

const annotate = (intake: Intake, receipt = '1', caller: Caller = officer(), unit_id = unit.unit_id) =>
  annotateSubmission({ ...unit, unit_id }, { receipt }, caller, intake);

const problem = (status: number, code: string) => expect.objectContaining({ status, code });

describe('annotateSubmission', () => {
  it('leads to the answer in the officer’s own form, for five minutes, by number or by hash', async () => {
    const intake = await openIntake();
    const bytes = await formWith({ ...whole, a: '7' });
    await send(intake, bytes);
    const { url: link } = await annotate(intake);
    expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
    const answer = await fetch(link);
    expect(answer.headers.get('content-disposition')).toContain(`ket-qua-${unit.unit_id}-2024-lan-1.xlsx`);
    const { book } = await openWorkbook(new Uint8Array(await answer.arrayBuffer()));
    expect(book).toBeTruthy();
    const { url: byHash } = await annotateSubmission(unit, { sha256: sha256Of(bytes) }, officer(), intake);
    expect(new URL(byHash).pathname).toBe(new URL(link).pathname);
  });

  it('has no form to write an answer into for JSON, and none for a file that was not sent', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    await expect(annotate(intake)).rejects.toEqual(problem(409, 'not-a-workbook'));
    await expect(annotate(intake, '2')).rejects.toEqual(problem(404, 'file-unknown'));
    await expect(annotate(intake, '1', officer({ unit_id: 'P46-2025' }))).rejects.toEqual(problem(403, 'foreign-unit'));
    await expect(annotate(intake, '1', callerWith({ role: 'operator' }))).rejects.toEqual(problem(403, 'role-refused'));
  });

  it('needs to know whose form it is: a file of nobody that names nobody has none', async () => {
    const intake = await openIntake();
    const ministry = callerWith();
    const foreign = await formWith(whole, { identity: { unit_id: 'P99-2025' } });
    await post(await signForm(intake, foreign, { caller: ministry, unit_id: unidentified }), foreign);
    await deliver(intake);
    await expect(annotate(intake, '1', ministry, unidentified)).rejects.toEqual(problem(409, 'unit-not-named'));
  });
});
