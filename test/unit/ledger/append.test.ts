import { describe, expect, it } from 'vitest';
import { appendToPeriod, appendToUnit } from '../../../shared/ledger/append.ts';
import { periodChain, unitChain } from '../../../shared/ledger/chain.ts';
import { type Draft, type Entry, headOf } from '../../../shared/ledger/entry.ts';
import { append, readChain } from '../../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { findBreak } from '../../../shared/ledger/verify-chain.ts';
import { Fault, RetryableFault } from '../../../shared/observability/fault.ts';
import { readBoardRow } from '../../support/board-row.ts';
import { openLedger } from '../../support/ledger.ts';
import { answered, closed, hanoi, minute, opened, received } from '../../support/ledger-entries.ts';

const chain = unitChain(hanoi);
const thing = (about: object): Draft<Entry> => ({ kind: 'thing', at: minute(1), subject: 'p', role: 'r', about });

describe('append', () => {
  it('numbers entries from 1 and chains them, from a beginning of the chain’s own', async () => {
    const { ledger } = await openLedger();
    for (const cause of ['a', 'b', 'c']) await append(ledger, chain, { cause, decide: () => thing({ cause }) });
    const entries = await readChain(ledger, chain);
    expect(entries.map(({ number, cause }) => [number, cause])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(findBreak(chain, entries)).toBeNull();
    expect(findBreak(unitChain({ ...hanoi, unit_id: 'P02' }), entries)).toMatchObject({ number: 1 });
  });

  it('appends nothing for a cause found anywhere in the chain, and answers with its entry', async () => {
    const { ledger } = await openLedger();
    for (const cause of ['a', 'b']) await append(ledger, chain, { cause, decide: () => thing({ cause }) });
    const decide = () => {
      throw new Error('asked although nothing can follow');
    };
    const again = await append(ledger, chain, { cause: 'a', decide });
    expect(again).toMatchObject({ isNew: false, entry: { number: 1, about: { cause: 'a' } } });
    expect(again.entries).toHaveLength(2);
  });

  it('writes nothing when nothing follows, or when the decision refuses', async () => {
    const { ledger } = await openLedger();
    expect(await append(ledger, chain, { cause: 'a', decide: () => null })).toEqual({
      entries: [],
      entry: null,
      isNew: false,
    });
    const refuse = () => Promise.reject(new Error('period-closed'));
    await expect(append(ledger, chain, { cause: 'a', decide: refuse })).rejects.toThrow('period-closed');
    expect(await readChain(ledger, chain)).toEqual([]);
  });

  it('decides again on what came between, so that an entry follows what its decision saw', async () => {
    const { ledger } = await openLedger();
    const seen: number[] = [];
    const decide = async (entries: readonly Entry[]) => {
      seen.push(entries.length);
      if (entries.length === 0) await append(ledger, chain, { cause: 'first', decide: () => thing({}) });
      return thing({ seen: entries.length });
    };
    const { entry } = await append(ledger, chain, { cause: 'second', decide });
    expect(seen).toEqual([0, 1]);
    expect(entry).toMatchObject({ number: 2, about: { seen: 1 } });
  });

  it('lets twenty at once through, or tells them to come again, and then lets them through', async () => {
    const { ledger } = await openLedger();
    const write = (n: number) =>
      append(ledger, chain, { cause: `${n}`, decide: ({ length }) => thing({ n, after: length }) });
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const results = await Promise.allSettled(numbers.map(write));
    const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const fault of faults) expect(fault).toBeInstanceOf(RetryableFault);
    for (const n of numbers) await write(n);
    const entries = await readChain<Entry<string, { n: number; after: number }>>(ledger, chain);
    expect(findBreak(chain, entries)).toBeNull();
    expect(entries.map(({ about }) => about.n).sort((a, b) => a - b)).toEqual(numbers);
    expect(entries.map(({ about }) => about.after)).toEqual(numbers);
  });

  it('gives up with a retryable fault when others are first ten times', async () => {
    const { ledger } = await openLedger();
    const decide = async ({ length }: readonly Entry[]) => {
      await append(ledger, chain, { cause: `other ${length}`, decide: () => thing({}) });
      return thing({});
    };
    await expect(append(ledger, chain, { cause: 'slow', decide })).rejects.toMatchObject({
      code: 'LEDGER_BUSY',
      retryable: true,
    });
    expect(await readChain(ledger, chain)).toHaveLength(10);
  });

  it.each<[string, object]>([
    ['Vietnamese, composed and not', { nfc: 'Đà Nẵng'.normalize('NFC'), nfd: 'Đà Nẵng'.normalize('NFD') }],
    ['null, empty texts, empty objects and lists', { a: null, b: '', c: {}, d: [], e: [null, ''] }],
    ['nested values', { a: { b: [{ c: { d: [1, [2, { e: '3' }]] } }] } }],
    ['what is undefined', { a: undefined, b: { c: undefined, d: 1 } }],
    ['numbers at their limits', { a: 0.1 + 0.2, b: Number.MAX_SAFE_INTEGER, c: -0, d: 1e-7, e: 1.5e-30 }],
    ['keys in any order', { z: 1, a: 2, 10: 3, 9: 4, Ă: 5 }],
    ['half a surrogate pair, which UTF-8 cannot say', { a: 'x\ud83d', b: '\udc4d', c: '👍' }],
    ['control characters and separators', { a: '\u0000\u001f\u2028\ufeff', b: '"\\' }],
  ])('hashes what is read back as what was written: %s', async (_, about) => {
    const { ledger } = await openLedger();
    const written = await append(ledger, chain, { cause: 'a\ud83d', decide: () => thing(about) });
    const read = await readChain(ledger, chain);
    expect(headOf(read)).toEqual(headOf(written.entries));
    const again = await append(ledger, chain, { cause: 'a\ud83d', decide: () => thing(about) });
    expect(again.isNew).toBe(false);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s, which JSON would make null', async (value) => {
    const { ledger } = await openLedger();
    const writing = append(ledger, chain, { cause: 'a', decide: () => thing({ deep: [value] }) });
    await expect(writing).rejects.toMatchObject({ code: 'LEDGER_NUMBER' });
    expect(await readChain(ledger, chain)).toEqual([]);
  });
});

describe('appendToUnit and appendToPeriod', () => {
  it('refuse an entry that the fold cannot bear, because nothing could ever take it out again', async () => {
    const deps = await openLedger();
    await appendToUnit(deps, hanoi, { cause: 'upload-1', decide: () => received(1) });
    const wrong: Draft<UnitEntry>[] = [answered(2), { ...received(2), kind: 'erased' } as unknown as Draft<UnitEntry>];
    for (const draft of wrong)
      await expect(appendToUnit(deps, hanoi, { cause: 'x', decide: () => draft })).rejects.toThrow(Fault);
    expect(await readChain(deps.ledger, chain)).toHaveLength(1);

    await expect(appendToPeriod(deps, hanoi, { cause: 'x', decide: () => closed(minute(1)) })).rejects.toThrow(Fault);
    await appendToPeriod(deps, hanoi, { cause: 'open', decide: () => opened() });
    await expect(appendToPeriod(deps, hanoi, { cause: 'again', decide: () => opened() })).rejects.toThrow(Fault);
    expect(await readChain(deps.ledger, periodChain(hanoi))).toHaveLength(1);
  });

  it('bring the list up to the chain when the same call comes again after a crash between the two', async () => {
    const deps = await openLedger();
    const appending = { cause: 'upload-1', decide: () => received(1) };
    await append<UnitEntry>(deps.ledger, chain, appending);
    expect(await readBoardRow(deps.table, hanoi)).toBeNull();
    await appendToUnit(deps, hanoi, appending);
    expect(await readBoardRow(deps.table, hanoi)).toMatchObject({ head: { number: 1 } });
  });
});
