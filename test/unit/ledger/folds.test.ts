import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Entry } from '../../../shared/ledger/entry.ts';
import { foldPeriod } from '../../../shared/ledger/fold-period.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import type { PeriodEntry } from '../../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import {
  answered,
  certified,
  chainOf,
  checkedAgain,
  closed,
  decision,
  hanoi,
  hashNamed,
  minute,
  moved,
  objection,
  objectionAnswered,
  opened,
  previewOpened,
  question,
  received,
  released,
  reopened,
  reply,
  returned,
  runEnded,
  runStarted,
} from '../../support/ledger-entries.ts';

const unit = chainOf<UnitEntry>([
  received(1),
  answered(1, 'A'),
  received(3),
  received(2),
  answered(3, null),
  answered(2, 'B'),
  checkedAgain(1, false),
  certified(1),
  decision('A', ['plan']),
  returned(3),
  question({ indicator: 'plan', figures: 'A' }),
  reply(1),
  objection('run-1', 'plan'),
  objection('run-1'),
  objectionAnswered(2, 'declined'),
]);
const period = chainOf<PeriodEntry>([
  opened({ deadline_at: minute(50) }),
  moved(minute(60), minute(10)),
  closed(minute(61)),
  reopened(hanoi.unit_id, minute(80), minute(62)),
  runStarted('run-1'),
  runEnded('run-1', 'failed'),
  runStarted('run-1', 2),
  runEnded('run-1', 'ready', 2),
  previewOpened('run-1', minute(615)),
  released('run-1'),
]);

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** Each entry one to three times, in any order. */
const shuffledCopies = <E extends Entry>(entries: E[]): fc.Arbitrary<E[]> =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: entries.length, maxLength: entries.length })
    .map((times) => entries.flatMap((entry, n) => Array.from({ length: times[n]! }, () => structuredClone(entry))))
    .chain((copies) => fc.shuffledSubarray(copies, { minLength: copies.length }));

describe('foldUnit', () => {
  it('keeps every receipt in order of arrival, whatever number its upload had', () => {
    const { receipts } = foldUnit(unit);
    expect(receipts.map(({ receipt, upload_number }) => [receipt, upload_number])).toEqual([
      [1, 1],
      [2, 3],
      [3, 2],
    ]);
  });

  it('lets the first answer of a receipt stand for ever: a replay under other rules turns nothing', () => {
    const again = chainOf<UnitEntry>([received(1), answered(1, 'A'), answered(1, null), checkedAgain(1, false)]);
    const [receipt] = foldUnit(again).receipts;
    expect(receipt?.answer).toMatchObject({ accepted: true, errors: 0 });
    expect(receipt?.checked_again).toMatchObject([{ accepted: false }]);
  });

  it('comes to the same however often and in whatever order entries come', () => {
    fc.assert(
      fc.property(shuffledCopies(unit), (copies) => {
        expect(foldUnit(copies)).toEqual(foldUnit(unit));
      }),
    );
  });

  it('changes nothing of what it is given', () => {
    expect(foldUnit(freeze(structuredClone(unit)))).toEqual(foldUnit(unit));
  });

  it('comes to something for no entries and for every beginning of a chain', () => {
    expect(foldUnit([])).toEqual({
      opened: false,
      opened_at: null,
      receipts: [],
      decisions: [],
      feedback: [],
      questions: [],
      evidence: [],
      objections: [],
      head: null,
    });
    for (const [n] of unit.entries()) expect(foldUnit(unit.slice(0, n)).head?.number ?? 0).toBe(n);
  });
});

describe('foldPeriod', () => {
  it('comes to the same however often and in whatever order entries come', () => {
    fc.assert(
      fc.property(shuffledCopies(period), (copies) => {
        expect(foldPeriod(copies)).toEqual(foldPeriod(period));
      }),
    );
  });

  it('changes nothing of what it is given', () => {
    expect(foldPeriod(freeze(structuredClone(period)))).toEqual(foldPeriod(period));
  });

  it('comes to something for no entries and for every beginning of a chain', () => {
    expect(foldPeriod([])).toBeNull();
    for (const [n] of period.entries()) if (n > 0) expect(foldPeriod(period.slice(0, n))?.head.number).toBe(n);
  });

  it('counts what an attempt says of itself only while it is the last, and never after the release', () => {
    const statusAfter = (...drafts: Draft<PeriodEntry>[]) => foldPeriod(chainOf([opened(), ...drafts]))?.runs.get('r');
    const twice = [runStarted('r'), runStarted('r', 2)];
    expect(statusAfter(...twice, runEnded('r', 'failed', 1))).toMatchObject({ status: 'running', attempt: 2 });
    expect(statusAfter(...twice, runEnded('r', 'ready', 2), runEnded('r', 'failed', 1))?.status).toBe('ready');
    const out = [runStarted('r'), runEnded('r', 'ready'), released('r')];
    expect(statusAfter(...out, runEnded('r', 'failed'))?.status).toBe('released');
    expect(statusAfter(...out, runStarted('r', 2), runEnded('r', 'failed', 2))?.status).toBe('released');
  });

  it('faults where an answer is to a receipt that never came', () => {
    expect(() => foldUnit(chainOf([received(1), answered(2)]))).toThrow('LEDGER_RECEIPT_UNKNOWN');
  });

  it('faults where a reply is to a question that nobody asked; the first reply to one stands', () => {
    expect(() => foldUnit(chainOf([question(), reply(2)]))).toThrow('LEDGER_QUESTION_UNKNOWN');
    const { questions } = foldUnit(chainOf([question(), reply(1), reply(1)]));
    expect(questions).toMatchObject([{ question: 1, number: 1, reply: { number: 2, subject: 'p-officer' } }]);
  });

  it('keeps the last words with which a receipt was sent back', () => {
    const { receipts } = foldUnit(chainOf([received(1), answered(1), returned(1), returned(1, 'other')]));
    expect(receipts[0]!.returned).toMatchObject({ return_sha256: hashNamed('other') });
  });

  it('lets the first answer to an objection stand, and faults where there is no such objection', () => {
    const twice = [objection('run-1', 'plan'), objectionAnswered(1, 'accepted'), objectionAnswered(1, 'declined')];
    expect(foldUnit(chainOf<UnitEntry>(twice)).objections).toMatchObject([
      { objection: 1, indicator: 'plan', run_id: 'run-1', answer: { outcome: 'accepted' } },
    ]);
    expect(() => foldUnit(chainOf([objection('run-1'), objectionAnswered(2, 'declined')]))).toThrow(
      'LEDGER_OBJECTION_UNKNOWN',
    );
  });

  it.each([
    ['ends', runEnded('unknown', 'ready')],
    ['is released', released('unknown')],
    ['is shown to units', previewOpened('unknown', minute(9))],
  ])('faults where a run %s that was never started', (_, draft) => {
    expect(() => foldPeriod(chainOf([opened(), draft]))).toThrow('LEDGER_RUN_UNKNOWN');
  });
});

describe.each<[string, (entries: never[]) => unknown, Entry[]]>([
  ['foldUnit', foldUnit, unit],
  ['foldPeriod', foldPeriod, period],
])('%s', (_, fold, entries) => {
  it('faults on a kind that it does not know, because what that says might be what counts', () => {
    const unknown = { ...entries[2]!, kind: 'annulled' };
    expect(() => fold([...entries.slice(0, 2), unknown] as never[])).toThrow('LEDGER_KIND_UNKNOWN');
  });

  it('faults on a gap for the same reason', () => {
    expect(() => fold(entries.toSpliced(2, 1) as never[])).toThrow('LEDGER_GAP: entry 3');
    expect(() => fold(entries.slice(1) as never[])).toThrow('LEDGER_GAP: entry 1');
  });

  it('faults on two entries of one number, of one cause too, or the order in which they come would decide', () => {
    const other = { ...entries[1]!, at: minute(999) };
    expect(() => fold([...entries, other] as never[])).toThrow('LEDGER_FORKED');
  });
});
