import { describe, expect, it } from 'vitest';
import { listPeriods, readPeriodView } from '../../../functions/read-periods/read-periods.ts';
import type { PeriodView } from '../../../shared/ledger/describe-period.ts';
import type { Draft } from '../../../shared/ledger/entry.ts';
import type { PeriodEntry } from '../../../shared/ledger/period-entry.ts';
import { callerWith } from '../../support/callers.ts';
import { addToPeriod, openPeriodAt, openRoundStores, round } from '../../support/ledger-round.ts';

const hour = (n: number) => new Date(Date.UTC(2025, 0, 2, n)).toISOString();
const by = (n: number) => ({ at: hour(n), subject: 'p-publisher', role: 'publisher' });
const closed = (n: number): Draft<PeriodEntry> => ({ kind: 'closed', ...by(n), about: { ground: 'period_over' } });
const started = (n: number, run_id: string): Draft<PeriodEntry> => ({
  ...{ kind: 'run-started' as const, ...by(n) },
  about: { run_id, attempt: 1 },
});
const ready = (n: number, run_id: string): Draft<PeriodEntry> => ({
  ...{ kind: 'run-ended' as const, ...by(n) },
  about: { run_id, attempt: 1, outcome: 'ready' },
});
const released = (n: number, run_id: string): Draft<PeriodEntry> => ({
  ...{ kind: 'released' as const, ...by(n) },
  about: { run_id, release: 'dti/province34/2024/r1', manifest_sha256: 'a'.repeat(64) },
});
const reopened = (n: number): Draft<PeriodEntry> => ({
  ...{ kind: 'reopened' as const, ...by(n) },
  about: { unit_id: 'P01-2025', until_at: '2025-01-31T17:00:00.000Z', reason_vi: 'Số liệu sai' },
});

async function openStores() {
  const deps = { ...(await openRoundStores()), now: () => new Date(hour(20)) };
  const view = (changes = {}) => readPeriodView(round, callerWith(changes), deps);
  return { deps, view };
}

describe('readPeriodView', () => {
  it('tells how far a period has come, from its chain', async () => {
    const { deps, view } = await openStores();
    await expect(view()).rejects.toMatchObject({ code: 'period-unopened' });
    await openPeriodAt(deps, hour(0));
    const stages: string[] = [];
    const steps = [
      started(1, 'a'),
      closed(2),
      ready(3, 'a'),
      released(4, 'a'),
      reopened(5),
      closed(6),
      started(7, 'b'),
    ];
    for (const entry of steps) {
      await addToPeriod(deps, round, entry);
      stages.push((await view()).stage);
    }
    expect(stages).toEqual(['open', 'run', 'previewed', 'released', 'open', 'released', 'run']);
    const { runs, releases, reopenings } = (await view()) as PeriodView;
    expect(runs.map(({ run_id, status, release }) => [run_id, status, release])).toEqual([
      ['a', 'released', 'dti/province34/2024/r1'],
      ['b', 'running', null],
    ]);
    expect(releases).toMatchObject([{ number: 1, released_by: 'p-publisher' }]);
    expect(reopenings).toMatchObject([{ unit_id: 'P01-2025', until: '2025-01-31' }]);
  });

  it('tells units of no run, and nothing of groups that they are not in or an owner that is another', async () => {
    const { deps, view } = await openStores();
    await openPeriodAt(deps, hour(0));
    const officer = { role: 'officer' as const, unit_id: 'P01-2025' };
    expect(await view(officer)).not.toHaveProperty('runs');
    await expect(view({ ...officer, unit_id: 'P26' })).rejects.toMatchObject({ code: 'unit-unknown' });
    await expect(view({ owner: 'other' })).rejects.toMatchObject({ code: 'foreign-group' });
  });

  it('says that there is no such group, or that what was written is no period', async () => {
    const { deps } = await openStores();
    const view = (of: object) => readPeriodView({ ...round, ...of }, callerWith({}), deps);
    await expect(view({ group: 'no-such-group' })).rejects.toMatchObject({ status: 404, code: 'group-unknown' });
    await expect(view({ period: '2024-Q5' })).rejects.toMatchObject({ status: 404, code: 'period-unknown' });
  });
});

describe('listPeriods', () => {
  it('lists the periods of the own groups, a unit those it is a member in', async () => {
    const { deps } = await openStores();
    await openPeriodAt(deps, hour(0));
    const list = async (changes = {}, group?: string) =>
      (await listPeriods(group, callerWith(changes), deps)).periods.map(({ group, period }) => `${group} ${period}`);
    expect(await list()).toEqual(['province34 2024']);
    expect(await list({}, 'province63')).toEqual([]);
    expect(await list({ role: 'officer', unit_id: 'P01-2025' })).toEqual(['province34 2024']);
    expect(await list({ role: 'officer', unit_id: 'P26' })).toEqual([]);
    expect(await list({ owner: 'other' })).toEqual([]);
    await expect(list({}, 'no-such-group')).rejects.toMatchObject({ code: 'foreign-group' });
  });
});
