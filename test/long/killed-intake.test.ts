import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../shared/lake/objects.ts';
import { boardRow } from '../../shared/ledger/board.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { findBreak } from '../../shared/ledger/verify-chain.ts';
import { receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { readBoardRow } from '../support/board-row.ts';
import { type Intake, openIntake, unit } from '../support/intake.ts';
import {
  certify,
  chain,
  deliver,
  formWith,
  jsonOf,
  list,
  post,
  signForm,
  submit,
  told,
  whole,
} from '../support/intake-doors.ts';
import { type Call, crashAt, watchLedger } from '../support/watch-ledger.ts';

/** The intake with `around` in the way of every call of the tables and of S3. */
function watch(intake: Intake, around: (call: Call) => Promise<unknown>): Intake {
  const watched = (bucket: Bucket): Bucket => {
    const send = (command: never) => around(() => bucket.client.send(command));
    const client = new Proxy(bucket.client, {
      get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
    });
    return { ...bucket, client };
  };
  return { ...intake, ...watchLedger(intake, around), raw: watched(intake.raw), lake: watched(intake.lake) };
}

/** What stands, without what differs from one test to the next: who, and numbers that nobody used. */
async function stateOf(intake: Intake) {
  const entries = await chain(intake);
  expect(findBreak(unitChain(unit), entries)).toBeNull();
  expect(await readBoardRow(intake.table, unit)).toEqual(JSON.parse(JSON.stringify(boardRow(unit.unit_id, entries))));
  const { submissions, ...rest } = await list(intake);
  return {
    entries: (await told(intake)).map((line) => line.replace(/^(received) \d+/, '$1')),
    submissions: submissions.map(({ sent_by, upload_number, ...receipt }) => receipt),
    ...rest,
  };
}

interface Act {
  prepare: (intake: Intake) => Promise<unknown>;
  act: (intake: Intake) => Promise<unknown>;
}

const acts: Record<string, Act> = {
  'an event and its answer': {
    prepare: async (intake) => {
      const bytes = await formWith({ ...whole, a: '0.75' });
      await submit(intake, jsonOf(whole), { idempotencyKey: 'before' });
      await post(await signForm(intake, bytes), bytes);
    },
    act: async (intake) => {
      for (const event of intake.events) await receiveSubmission(event, intake);
    },
  },
  'a table by the API under its key': {
    prepare: async () => undefined,
    act: (intake) => submit(intake, jsonOf(whole), { idempotencyKey: 'k' }),
  },
  'a part by the API under its key': {
    prepare: (intake) => submit(intake, jsonOf(whole), { idempotencyKey: 'before' }),
    act: (intake) => submit(intake, jsonOf({ a: '0.75' }), { idempotencyKey: 'k', partial: true }),
  },
  'a certification': {
    prepare: (intake) => submit(intake, jsonOf(whole), { idempotencyKey: 'before' }),
    act: (intake) => certify(intake, 1),
  },
};

// After every call: what is killed before one was killed after the one before it.
describe.each(Object.entries(acts))('%s, killed after any call', (_, { prepare, act }) => {
  it('ends, done again, as if it had never been killed', { timeout: 120_000 }, async () => {
    const unharmed = await openIntake();
    await prepare(unharmed);
    await act(unharmed);
    await deliver(unharmed);
    const expected = await stateOf(unharmed);
    for (let nth = 1, isThrough = false; !isThrough; nth++) {
      const intake = await openIntake();
      await prepare(intake);
      isThrough = await act(watch(intake, crashAt(nth, true))).then(
        () => true,
        () => false,
      );
      await act(intake);
      await deliver(intake);
      expect([nth, await stateOf(intake)]).toEqual([nth, expected]);
    }
  });
});
