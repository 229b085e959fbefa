import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import { boardRow } from '../../shared/ledger/board.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { findBreak } from '../../shared/ledger/verify-chain.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { readBoardRow } from '../support/board-row.ts';
import { openLedger } from '../support/ledger.ts';
import { hanoi } from '../support/ledger-entries.ts';
import {
  answer,
  certify,
  decide,
  liveSerially,
  liveThrough,
  type Operation,
  receive,
  withoutLink,
} from '../support/ledger-operations.ts';
import { type Call, Crash, crashAt, watchLedger } from '../support/watch-ledger.ts';

const operations = [receive(1), receive(2), answer('a'), answer('b'), certify('a'), decide('x')];

interface Delivery {
  operation: Operation;
  writer: 0 | 1;
  /** At which call of the table the writer is lost, and on which side of it; null: it is not. */
  crash: [nth: number, isAfter: boolean] | null;
}

const crash = fc.option(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { freq: 2 });
const delivery = (operation: Operation): fc.Arbitrary<Delivery> =>
  fc.record({ operation: fc.constant(operation), writer: fc.constantFrom(0 as const, 1 as const), crash });

/** Some of the operations, each delivered one to three times, in any order. */
const deliveries: fc.Arbitrary<Delivery[]> = fc
  .subarray(operations, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map((one) => fc.array(delivery(one), { minLength: 1, maxLength: 3 }))))
  .map((lists) => lists.flat())
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const isExpected = (error: unknown): boolean =>
  error instanceof Crash || (error instanceof Fault && error.code === 'LEDGER_BUSY');

/** One writer: its deliveries one after the other; what is lost is lost. Answers with the entries it was told stand. */
async function write(deps: LedgerDeps, of: typeof hanoi, own: Delivery[], gate: (call: Call) => Promise<unknown>) {
  const told: UnitEntry[] = [];
  const gated = watchLedger(deps, gate);
  for (const { operation, crash } of own) {
    const lossy = crash ? watchLedger(gated, crashAt(...crash)) : gated;
    try {
      const { entry } = await appendToUnit(lossy, of, operation);
      if (entry) told.push(entry);
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
  }
  return told;
}

async function expectAsInSomeOrder({ ledger, table }: LedgerDeps, of: typeof hanoi, delivered: Delivery[]) {
  const chain = unitChain(of);
  const entries = await readChain<UnitEntry>(ledger, chain);
  const row = (await readBoardRow(table, of)) ?? null;
  expect(findBreak(chain, entries, row ? [row.head] : [])).toBeNull();
  expect(row).toEqual(boardRow(of.unit_id, entries));
  const causes = entries.map(({ cause }) => cause);
  expect(causes).toEqual([...new Set(causes)]);

  // The order that the chain has; before it, when there was nothing yet to follow from, what came to nothing.
  const idle = delivered.map(({ operation }) => operation).filter(({ cause }) => !causes.includes(cause));
  const order = [...idle, ...causes.map((cause) => operations.find((one) => one.cause === cause)!)];
  const serial = liveSerially(order);
  expect(entries.map(withoutLink)).toEqual(serial.map(withoutLink));
  expect({ ...foldUnit(entries), head: null }).toEqual({ ...foldUnit(serial), head: null });
}

it('two writers, everything delivered one to three times in any order, crashes between any two calls: the state of some order, each cause once', async () => {
  const deps = await openLedger();
  let unit = 0;
  await fc.assert(
    fc.asyncProperty(deliveries, fc.scheduler(), async (all, scheduler) => {
      const of = { ...hanoi, unit_id: `U${unit++}` };
      // Before and after each call, so that the other may come between a question, its answer and the next question.
      const gate = async (call: Call) => {
        await scheduler.schedule(Promise.resolve());
        const answer = await call();
        await scheduler.schedule(Promise.resolve());
        return answer;
      };
      const own = (writer: number) => all.filter((one) => one.writer === writer);
      const told = await scheduler.waitFor(Promise.all([0, 1].map((writer) => write(deps, of, own(writer), gate))));
      expect(await readChain(deps.ledger, unitChain(of))).toEqual(expect.arrayContaining(told.flat()));
      await liveThrough(
        deps,
        of,
        all.map(({ operation }) => operation),
      );
      await expectAsInSomeOrder(deps, of, all);
    }),
    { numRuns: 60 },
  );
});
