import { describe, expect, it } from 'vitest';
import { hashOf, headOf } from '../../../../shared/ledger/entry.ts';
import { foldPeriod } from '../../../../shared/ledger/fold-period.ts';
import type { PeriodEntry } from '../../../../shared/ledger/period-entry.ts';
import type { Received, UnitEntry } from '../../../../shared/ledger/unit-entry.ts';
import { receiptsOfUnit, upToHead } from '../../../../shared/release/provenance/receipts-of-unit.ts';
import {
  answered,
  certified,
  chainOf,
  hanoi,
  hashNamed,
  minute,
  opened,
  received,
} from '../../../support/ledger-entries.ts';

const file = (n: number) => hashNamed(`file ${n}`);
const again = (n: number, uploadNumber: number): Received => {
  const entry = received(uploadNumber) as Received;
  return { ...entry, about: { ...entry.about, sha256: file(n) } };
};

function receiptsOf(entries: UnitEntry[], wanted: number[], terms: { certification?: 'required' } = {}) {
  const state = foldPeriod(chainOf<PeriodEntry>([opened(terms)]))!;
  return receiptsOfUnit({ ...hanoi, entries, head: headOf(entries)!, state }, new Set(wanted.map(file)));
}

describe('the receipts of files', () => {
  it('say when each came, as which lần gửi, and hash the entries of it without telling them', () => {
    const entries = chainOf<UnitEntry>([received(1), answered(1, null), received(2), answered(2)]);
    expect(receiptsOf(entries, [2])).toEqual([
      {
        ...{ sha256: file(2), format: 'xlsx', group: 'province34', period: '2024', receipt: 2, received_at: minute(2) },
        received_entry_sha256: hashOf(entries[2]!),
        answered_entry_sha256: hashOf(entries[3]!),
        head: { number: 4, sha256: hashOf(entries[3]!) },
      },
    ]);
    expect(JSON.stringify(receiptsOf(entries, [1, 2]))).not.toContain('p-officer');
  });

  it('are, of a file that came twice, that which counted', () => {
    const entries = chainOf<UnitEntry>([
      ...[received(1), answered(1), certified(1), received(2), answered(2), again(1, 3), answered(3, '1')],
    ]);
    expect(receiptsOf(entries, [1]).map(({ receipt }) => receipt)).toEqual([3]);
    // Where the head of the unit has to certify, the third has not been.
    expect(receiptsOf(entries, [1], { certification: 'required' }).map(({ receipt }) => receipt)).toEqual([1]);
  });

  it('come with that of the file that counts first, and none of a file that is not wanted or not there', () => {
    const entries = chainOf<UnitEntry>([received(1), answered(1), received(2), answered(2)]);
    expect(receiptsOf(entries, [1, 2, 9]).map(({ receipt }) => receipt)).toEqual([2, 1]);
  });
});

describe('a chain up to the head of a run', () => {
  const entries = chainOf<UnitEntry>([received(1), answered(1), received(2), answered(2)]);
  const head = headOf(entries.slice(0, 2))!;

  it('leaves out what came since', () => {
    expect(upToHead('chain', entries, head)).toEqual(entries.slice(0, 2));
  });

  it('is not believed where it leads elsewhere, or not so far', () => {
    const broken = expect.objectContaining({ code: 'LEDGER_BROKEN' });
    expect(() => upToHead('chain', entries, { ...head, sha256: hashNamed('other') })).toThrow(broken);
    expect(() => upToHead('chain', entries, { number: 9, sha256: head.sha256 })).toThrow(broken);
    expect(() => upToHead('chain', [], head)).toThrow(broken);
  });
});
