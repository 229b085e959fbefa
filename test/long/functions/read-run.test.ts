import { describe, expect, it } from 'vitest';
import { failRun } from '../../../functions/fail-run/fail-run.ts';
import { listRuns } from '../../../functions/read-run/list-runs.ts';
import { linkRankingReport, readRun } from '../../../functions/read-run/read-run.ts';
import { readRunChecks } from '../../../functions/read-run/read-run-checks.ts';
import { readRunInputs } from '../../../functions/read-run/read-run-inputs.ts';
import { readRunChanges, readRunScoreboard } from '../../../functions/read-run/read-run-scoreboard.ts';
import { readChecks, writeChecks } from '../../../shared/release/run-checks.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { addToPeriod, round } from '../../support/ledger-round.ts';
import { openRound } from '../../support/released-round.ts';

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

describe('listRuns', () => {
  it('tells every run of a period, the last started first, with what it took and what became of it', async () => {
    const { engines, opened, run } = await ready();
    await opened.close();
    await opened.show(run);
    await opened.resend(hanoi, { changes: { awareness: '0.5' } });
    const second = await opened.run();
    await opened.publish(second, { now: () => new Date('2099-10-11T00:00:00.000Z') });
    const list = await listRuns(round, callerWith(), { ...engines, now: opened.now });
    expect(list.runs).toMatchObject([
      {
        run_id: second,
        status: 'released',
        units: 1,
        decisions: 0,
        preview: null,
        released_by: expect.stringMatching(/^p-/),
      },
      { run_id: run, status: 'ready', preview: { until: '2099-10-10' }, released_at: null },
    ]);
    expect(undescribed(list, 'RunList')).toEqual([]);
    const operator = callerWith({ role: 'operator', owner: 'other' });
    await expect(listRuns(round, operator, { ...engines, now: opened.now })).rejects.toMatchObject({
      code: 'foreign-group',
    });
  });
});

describe('the preview of a run on a screen', () => {
  it('is the table that would be published, page by page', async () => {
    const { engines, run } = await ready();
    const page = await readRunScoreboard({ run_id: run, cursor: null }, callerWith(), engines);
    expect(page).toMatchObject({ release: 'dti/province34/2024/r1', unit_count: 34, next: null });
    expect(page.units).toHaveLength(34);
    expect((await readRunScoreboard({ run_id: run, cursor: 30 }, callerWith(), engines)).units).toHaveLength(4);
    expect(undescribed(page, 'RunScoreboard')).toEqual([]);
  });

  it('tells what differs from the release that it would take the place of, with causes', async () => {
    const { engines, opened, run } = await ready();
    const of = { run_id: run, cursor: null };
    expect(await readRunChanges(of, callerWith(), engines)).toMatchObject({ changes: null, corrections: null });
    await opened.close();
    await opened.publish(run);
    await opened.resend(hanoi, { changes: { awareness: '0.5' } });
    const reason = { text_vi: 'Khai nhầm', kind: 'input', found_by: 'công dân' } as const;
    const second = await opened.run({ reason });
    const told = await readRunChanges({ run_id: second, cursor: null }, callerWith(), engines);
    expect(told.corrections).toMatchObject({ reason, counts: { figures: 1 }, units: [{ unit_id: hanoi }] });
    expect(undescribed(told, 'RunChanges')).toEqual([]);
  });

  it('is none of a run that is under way', async () => {
    const { engines, run } = await ready();
    const by = { at: '2099-10-06T00:00:00.000Z', subject: 'p-runner', role: 'publisher' };
    await addToPeriod(engines, round, { kind: 'run-started', ...by, about: { run_id: run, attempt: 2 } });
    for (const read of [readRunScoreboard, readRunChanges])
      await expect(read({ run_id: run, cursor: null }, callerWith(), engines)).rejects.toMatchObject(notReady);
  });
});

describe('readRunChecks', () => {
  it('tells how far a run has come, and what its checks found', async () => {
    const { engines, run } = await ready();
    const warning = { severity: 'warn', check: 'small', unit_id: hanoi, measure: 'dti', detail: 'few' } as const;
    const failure = { ...warning, severity: 'fail', check: 'bad' } as const;
    await writeChecks(engines.lake, run, { rows: [warning, failure], differences: [] });
    // The clock of the tests runs ahead of that of their S3.
    const started = await readRunChecks(run, callerWith(), engines);
    expect(started).toMatchObject({ status: 'ready', checked: false, rows: [] });
    expect(started.steps.map(({ step }) => step)).toEqual(['freeze', 'compute', 'check', 'report']);
    expect(undescribed(started, 'RunChecks')).toEqual([]);
  });

  it('keeps failures before warnings, and says how many it left out', async () => {
    const { engines, run } = await ready();
    const row = { severity: 'warn', check: 'small', unit_id: null, measure: null, detail: 'few' } as const;
    const rows = Array.from({ length: 600 }, () => row);
    await writeChecks(engines.lake, run, { rows: [...rows, { ...row, severity: 'fail' }], differences: [] });
    const kept = (await readChecks(engines.lake, run))!;
    expect(kept.rows[0]).toMatchObject({ severity: 'fail' });
    expect(kept).toMatchObject({ rows: { length: 500 }, left: { rows: 101, differences: 0 } });
  });
});

describe('readRunInputs', () => {
  it('tells which files it took, of whom it took none, and what has come since', async () => {
    const { engines, opened, run } = await ready();
    const read = () => readRunInputs(run, callerWith(), engines);
    const taken = await read();
    expect(taken).toMatchObject({ submissions: [{ unit_id: hanoi, decisions: 0 }], changed: [], not_counted: [] });
    expect(taken.not_taken).toHaveLength(33);
    await opened.receive(hanoi, { changes: { awareness: '0.5' } });
    await opened.receive('P46-2025', { accepted: false });
    const since = await read();
    expect(since).toMatchObject({ changed: [{ what: 'figures', unit_id: hanoi }], not_counted: [{ why: 'rejected' }] });
    expect(undescribed(since, 'RunInputs')).toEqual([]);
  });
});
