import { describe, expect, it } from 'vitest';
import { updateItem } from '../../../shared/score-store/score-table.ts';
import { callerWith } from '../../support/callers.ts';
import { type Intake, openIntake, unit } from '../../support/intake.ts';
import {
  chain,
  deliver,
  formWith,
  jsonOf,
  lineOf,
  post,
  send,
  signForm,
  submit,
  whole,
} from '../../support/intake-doors.ts';

/** As a score table that was lost, or put back from a copy, would have it. */
const setBack = async ({ table }: Intake): Promise<void> => {
  const counter = { pk: `UPLOADS#${unit.group}#${unit.period}`, sk: 'COUNTER' };
  const to = { UpdateExpression: 'SET last_number = :to', ExpressionAttributeValues: { ':to': 0 } };
  await updateItem(table, counter, to);
};

/** Another file of the same shape each time. */
const withA = (a: string) => ({ ...whole, a });

describe('a counter of uploads that fell behind the chains', () => {
  it('loses no form: the next one is above all that the unit has sent', async () => {
    const intake = await openIntake();
    for (const a of ['0.1', '0.2', '0.3']) await send(intake, await formWith(withA(a)));
    await setBack(intake);
    await send(intake, await formWith(withA('0.4')));
    expect(await lineOf(intake)).toMatchObject({ receipts: 4, current: { receipt: 4 } });
  });

  it('makes no table older than what it takes the place of', async () => {
    const intake = await openIntake();
    for (const a of ['0.1', '0.2', '0.3']) await submit(intake, jsonOf(withA(a)));
    await setBack(intake);
    await submit(intake, jsonOf(withA('0.4')));
    expect(await lineOf(intake)).toMatchObject({ receipts: 4, current: { receipt: 4 } });
  });

  it('gives two at once two numbers, both above', async () => {
    const intake = await openIntake();
    for (const a of ['0.1', '0.2', '0.3']) await submit(intake, jsonOf(withA(a)));
    await setBack(intake);
    const forms = await Promise.all(['0.4', '0.5', '0.6'].map(async (a) => signForm(intake, await formWith(withA(a)))));
    expect(forms.map(({ upload_number }) => upload_number).sort()).toEqual([4, 5, 6]);
  });

  it('rings for a file whose number is another’s: the queue keeps it, where it was dropped without a word', async () => {
    const intake = await openIntake();
    const [one, two] = [await formWith(withA('0.1')), await formWith(withA('0.2'))];
    const form = await signForm(intake, one);
    await setBack(intake);
    const sameNumber = await signForm(intake, two);
    await post(form, one);
    await deliver(intake);
    await post(sameNumber, two);
    await expect(deliver(intake)).rejects.toMatchObject({ code: 'UPLOAD_NUMBER_REUSED', retryable: false });
    expect(await chain(intake)).toHaveLength(2);
  });

  it('rings likewise for a file handed in without a unit', async () => {
    const intake = await openIntake();
    await send(intake, await formWith(withA('0.1')));
    await setBack(intake);
    const handedIn = await formWith(withA('0.2'));
    await post(await signForm(intake, handedIn, { caller: callerWith(), unit_id: 'unidentified' }), handedIn);
    await expect(deliver(intake)).rejects.toMatchObject({ code: 'UPLOAD_NUMBER_REUSED' });
    expect(await lineOf(intake)).toMatchObject({ receipts: 1, current: { receipt: 1 } });
  });
});
