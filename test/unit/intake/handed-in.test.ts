import { describe, expect, it } from 'vitest';
import { listUnit } from '../../../functions/read-submissions/read-submissions.ts';
import { unidentified } from '../../../shared/submission/upload-limits.ts';
import { callerWith } from '../../support/callers.ts';
import { type Intake, openIntake, unit } from '../../support/intake.ts';
import {
  board,
  check,
  deliver,
  formWith,
  handIn,
  jsonOf,
  lineOf,
  list,
  submit,
  told,
  whole,
} from '../../support/intake-doors.ts';

const ministry = callerWith();

const listHandedIn = (intake: Intake) => listUnit({ ...unit, unit_id: unidentified, before: null }, ministry, intake);

const filed = ['received 1', 'answered 1 accepted'];

describe('a file handed in without a unit', () => {
  it('becomes a receipt of the unit whose form it is, told from either address', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await handIn(intake, bytes);
    expect(await check(intake, bytes, unidentified, ministry)).toMatchObject({ ...unit, receipt: 1, current: true });
    await deliver(intake);
    expect(await told(intake)).toEqual(filed);
    expect(await told(intake, unidentified)).toEqual(filed);
    expect((await list(intake)).submissions).toMatchObject([
      { sent_as: 'publisher', current: true, status: 'accepted' },
    ]);
    expect((await listHandedIn(intake)).submissions).toMatchObject([{ filed_under: unit.unit_id, current: false }]);
    expect(await lineOf(intake)).toMatchObject({ state: 'accepted', current: { receipt: 1 } });
    expect((await board(intake)).units.at(-1)).toMatchObject({ unit_id: unidentified, current: null });
  });

  it('is compared with what the unit itself had sent', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const bytes = await formWith({ ...whole, e: null });
    await handIn(intake, bytes);
    const answer = await check(intake, bytes, unidentified, ministry);
    expect(answer).toMatchObject({ unit_id: unit.unit_id, accepted: false, compared_with: 1 });
    expect(answer.findings.map(({ rule }) => rule)).toContain('FIGURE_WITHDRAWN');
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1 } });
  });

  it('that is nobody’s stays with the files of nobody', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole, { key: new Uint8Array(32).fill(9) });
    await handIn(intake, bytes);
    await deliver(intake);
    expect(await told(intake, unidentified)).toEqual(['received 1', 'answered 1 rejected']);
    expect(await told(intake)).toEqual([]);
  });
});
