import { describe, expect, it } from 'vitest';
import type { PeriodEntry } from '../../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { hashOfNotice } from '../../../shared/notices/notice.ts';
import { noticesOfDays, noticesOfPeriod, noticesOfUnit } from '../../../shared/notices/notices-of-entry.ts';

const unit = { group: 'province34', period: '2024', unit_id: 'P04-2025' };
const at = '2026-10-05T18:30:00.000Z';
const by = { number: 7, at, subject: 'p-an', role: 'officer', cause: 'c', previous: 'p' };
const entry = (kind: string, about: object, changes: object = {}) =>
  ({ ...by, kind, about, ...changes }) as unknown as UnitEntry;
const periodEntry = (kind: string, about: object) => ({ ...by, kind, about }) as unknown as PeriodEntry;
const toldUnit = (kind: string, about: object) =>
  noticesOfUnit(unit, entry(kind, about)).map((one) => [one.kind, one.to, one.about]);
const toldPeriod = (kind: string, about: object) =>
  noticesOfPeriod(unit, periodEntry(kind, about)).map((one) => [one.kind, one.to, one.about]);

describe('noticesOfUnit', () => {
  const run_id = 'b'.repeat(32);

  it.each<[string, object, unknown[]]>([
    ['answered', { receipt: 2, accepted: true, errors: 0, warnings: 1 }, ['accepted', 'P04-2025', { receipt: 2 }]],
    ['answered', { receipt: 2, accepted: false, errors: 3, warnings: 1 }, ['rejected', 'P04-2025', { receipt: 2 }]],
    ['returned', { receipt: 2 }, ['returned', 'P04-2025', { receipt: 2, number: 7 }]],
    // Past midnight in Vietnam.
    ['question', { answer_by: '2026-10-15' }, ['question', 'P04-2025', { day: '2026-10-06' }]],
    ['reply', { question: 1 }, ['reply', 'ministry', { unit_id: 'P04-2025', day: '2026-10-06' }]],
    ['objection', { run_id }, ['objection', 'ministry', { unit_id: 'P04-2025', number: 7 }]],
    ['objection-answered', { objection: 1 }, ['objection-answered', 'P04-2025', { objection: 1 }]],
  ])('tells %s to whom it concerns', (kind, about, told) => {
    expect(toldUnit(kind, about)).toEqual([told]);
  });

  it.each(['opened', 'received', 'checked-again', 'certified', 'decision', 'feedback', 'evidence'])(
    'tells nobody of %s',
    (kind) => {
      expect(toldUnit(kind, { decided: [], withdrawn: [] })).toEqual([]);
    },
  );

  it('has nobody to tell of what belongs to no unit yet', () => {
    const of = { ...unit, unit_id: 'unidentified' };
    expect(noticesOfUnit(of, entry('answered', { receipt: 1, accepted: true, errors: 0, warnings: 0 }))).toEqual([]);
  });

  it('is the same notice whenever it is made, and another one for another unit', () => {
    const [one] = noticesOfUnit(unit, entry('answered', { receipt: 1, accepted: true, errors: 0, warnings: 0 }));
    const [again] = noticesOfUnit(
      unit,
      entry('answered', { receipt: 1, accepted: true, errors: 0, warnings: 4 }, { at: '2027-01-01T00:00:00.000Z' }),
    );
    expect(hashOfNotice(again!)).toBe(hashOfNotice(one!));
    expect(hashOfNotice({ ...one!, to: 'P01-2025' })).not.toBe(hashOfNotice(one!));
  });
});

describe('noticesOfDays', () => {
  const now = new Date('2026-10-07T01:00:00.000Z');
  const asked = (time: string) => entry('question', { answer_by: '2026-10-15' }, { at: time });

  it('tells of questions that came after the first of a day, together, on the morning after', () => {
    const entries = [
      asked('2026-10-06T02:00:00.000Z'),
      asked('2026-10-06T03:00:00.000Z'),
      asked('2026-10-07T00:30:00.000Z'),
    ];
    expect(noticesOfDays(unit, entries, now)).toEqual([
      expect.objectContaining({ kind: 'question', about: { day: '2026-10-06', later: 1 }, facts: { questions: 1 } }),
    ]);
    expect(noticesOfDays(unit, entries.slice(0, 1), now)).toEqual([]);
  });
});

describe('noticesOfPeriod', () => {
  const run = { run_id: 'b'.repeat(32), attempt: 2 };
  const until_at = '2026-10-20T17:00:00.000Z';
  const release = { run_id: run.run_id, release: 'dti/province34/2024/r2' };

  it.each<[string, object, unknown[]]>([
    [
      'deadline-moved',
      { deadline_at: until_at, reason_vi: 'Bão' },
      ['deadline-moved', 'every-unit', { deadline: '2026-10-20', number: 7 }],
    ],
    [
      'reopened',
      { unit_id: 'P04-2025', until_at, reason_vi: 'Lũ' },
      ['reopened', 'P04-2025', { until: '2026-10-20', number: 7 }],
    ],
    ['run-ended', { ...run, outcome: 'ready' }, ['run-ready', 'ministry', run]],
    ['run-ended', { ...run, outcome: 'failed' }, ['run-failed', 'ministry', run]],
    [
      'preview-opened',
      { run_id: run.run_id, until_at },
      ['preview-opened', 'every-unit', { run_id: run.run_id, until: '2026-10-20' }],
    ],
    ['released', release, ['released', 'every-unit', { release: release.release }]],
    [
      'corrected',
      { ...release, corrects: 'dti/province34/2024/r1' },
      ['superseded', 'every-unit', { release: release.release }],
    ],
  ])('tells %s to whom it concerns', (kind, about, told) => {
    expect(toldPeriod(kind, about)).toEqual([told]);
  });

  it('tells units and the ministry the minute of what is announced, and nothing else of it', () => {
    const public_at = '2026-12-01T02:00:00.000Z';
    const facts = { ...release, manifest_sha256: 'c'.repeat(64), corrects: 'dti/province34/2024/r1', reason_vi: 'Sai' };
    const told = toldPeriod('announced', { ...facts, public_at });
    expect(told).toEqual(['every-unit', 'ministry'].map((to) => ['announced', to, { public_at, number: 7 }]));
    expect(toldPeriod('announcement-withdrawn', { run_id: run.run_id, announced: 5, reason_vi: 'Sai' })).toEqual(
      ['every-unit', 'ministry'].map((to) => ['announcement-withdrawn', to, { number: 5 }]),
    );
    const about = { run_id: run.run_id, announced: 5, public_at, reason_vi: 'Sai' };
    const withdrawn = noticesOfPeriod(unit, periodEntry('announcement-withdrawn', about));
    expect(withdrawn.map(({ facts }) => facts)).toEqual([{ public_at }, { public_at }]);
  });

  it.each(['opened', 'closed', 'run-started'])('tells nobody of %s', (kind) => {
    expect(toldPeriod(kind, {})).toEqual([]);
  });
});
