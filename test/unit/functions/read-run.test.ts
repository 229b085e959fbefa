import { describe, expect, it } from 'vitest';
import { failRun } from '../../../functions/fail-run/fail-run.ts';
import { linkRankingReport, readRun } from '../../../functions/read-run/read-run.ts';
import { callerWith } from '../../support/callers.ts';
import { addToPeriod, round } from '../../support/ledger-round.ts';
import { openEngines, openRound } from '../../support/released-round.ts';

const hanoi = 'P01-2025';

async function ready() {
  const engines = await openEngines();
  const opened = await openRound(engines);
  await opened.receive(hanoi);
  return { engines, opened, run: await opened.run() };
}

const notReady = { status: 409, code: 'run-not-ready' };

describe('linkRankingReport', () => {
  it('leads to the report of a run that is ready, for five minutes and under a name of its own', async () => {
    const { engines, run } = await ready();
    const { url: link } = await linkRankingReport(run, callerWith(), engines);
    expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
    const report = await fetch(link);
    expect(await report.text()).toBe('report of dti/province34/2024/r1');
    expect(report.headers.get('content-disposition')).toContain('ranking-dti-province34-2024.xlsx');
  });

  it('shows no preview of a run that is under way, nor of one that failed, whatever lies ready of it', async () => {
    const { engines, run } = await ready();
    const by = { at: '2099-10-06T00:00:00.000Z', subject: 'p-runner', role: 'publisher' };
    await addToPeriod(engines, round, { kind: 'run-started', ...by, about: { run_id: run, attempt: 2 } });
    await expect(linkRankingReport(run, callerWith(), engines)).rejects.toMatchObject(notReady);
    await failRun(
      { run_id: run, attempt: 2, failure: { Error: 'Fault', Cause: 'x' } },
      { ...engines, now: () => new Date() },
    );
    expect(await readRun(run, callerWith(), engines)).toMatchObject({ status: 'failed' });
    await expect(linkRankingReport(run, callerWith(), engines)).rejects.toMatchObject(notReady);
  });
});

describe('readRun', () => {
  it('is for publishers and operators of the group’s owner, and of runs that there are', async () => {
    const { engines, run } = await ready();
    expect(await readRun(run, callerWith({ role: 'operator' }), engines)).toMatchObject({ run_id: run });
    const refused = (code: string) => expect.objectContaining({ status: 403, code });
    const officer = callerWith({ role: 'officer', unit_id: hanoi });
    await expect(readRun(run, officer, engines)).rejects.toEqual(refused('role-refused'));
    await expect(readRun(run, callerWith({ owner: 'P04-2025' }), engines)).rejects.toEqual(refused('foreign-group'));
    const unknown = { status: 404, code: 'run-unknown' };
    await expect(readRun('0'.repeat(32), callerWith(), engines)).rejects.toMatchObject(unknown);
  });
});
