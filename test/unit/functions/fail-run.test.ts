import { describe, expect, it } from 'vitest';
import { failRun } from '../../../functions/fail-run/fail-run.ts';
import { periodChain } from '../../../shared/ledger/chain.ts';
import { system } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { endRun } from '../../../shared/release/end-run.ts';
import { keepSelection } from '../../../shared/release/run-files.ts';
import { readRun } from '../../../shared/release/runs.ts';
import { runIdOf, type Selection } from '../../../shared/release/selection.ts';
import { addToPeriod, openPeriodAt, openRoundStores, round } from '../../support/ledger-round.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 9, 5, 8, minutes));
const by = (minutes: number) => ({ at: at(minutes).toISOString(), subject: 'p-runner', role: 'publisher' });
const selection: Selection = {
  ...{ index: 'dti', ...round, framework_sha256: 'f'.repeat(64), registry_sha256: 'e'.repeat(64) },
  submissions: [],
};
const run_id = runIdOf(selection);
const heads = { period: { number: 1, sha256: 'a'.repeat(64) }, units: {} };
const first = { run_id, attempt: 1 };

async function openRun() {
  const deps = { ...(await openRoundStores()), now: () => at(5) };
  await openPeriodAt(deps, at(0).toISOString());
  await keepSelection(deps.lake, run_id, selection, heads);
  const start = (attempt: number) =>
    addToPeriod(deps, round, { kind: 'run-started', ...by(attempt), about: { run_id, attempt } });
  await start(1);
  const ready = (of = first) => endRun(of, selection, { at: at(6), manifest_sha256: 'c'.repeat(64) }, deps);
  const fail = (Cause: string, attempt = 1) => failRun({ run_id, attempt, failure: { Error: 'Fault', Cause } }, deps);
  const read = () => readRun(run_id, deps);
  return { deps, start, ready, fail, read };
}

describe('failRun', () => {
  it('says in the period’s chain why the attempt stopped, as a step of the system', async () => {
    const { deps, fail, read } = await openRun();
    await fail(JSON.stringify({ errorMessage: 'SCORES_DISAGREE: 1 row(s): x' }));
    const failure = { code: 'SCORES_DISAGREE', message: 'SCORES_DISAGREE: 1 row(s): x' };
    expect(await read()).toMatchObject({ status: 'failed', attempt: 1, failure });
    const chain = await readChain(deps.ledger, periodChain(round));
    expect(chain.at(-1)).toMatchObject({ kind: 'run-ended', ...system, cause: `run-ended/${run_id}/1` });
  });

  it.each([
    ['not JSON', 'Sandbox.Timedout', 'Fault'],
    ['{}', '{}', 'Fault'],
  ])('keeps a cause that is %s as it came', async (_, cause, code) => {
    const { fail, read } = await openRun();
    await fail(cause);
    expect(await read()).toMatchObject({ failure: { code, message: cause } });
  });

  it('says it once, and shortens what no entry could hold', async () => {
    const { deps, fail, read } = await openRun();
    await fail('x'.repeat(500_000));
    await fail('y');
    expect((await read())?.failure?.message).toBe('x'.repeat(4000));
    expect(await readChain(deps.ledger, periodChain(round))).toHaveLength(3);
  });
});

describe('endRun', () => {
  it('leaves an attempt ready that was ready before something failed', async () => {
    const { ready, fail, read } = await openRun();
    await ready();
    await fail('late');
    expect(await read()).toMatchObject({ status: 'ready', failure: null });
  });

  it('says nothing of an attempt that another has followed, nor of a run that is released', async () => {
    const { deps, start, ready, fail, read } = await openRun();
    await start(2);
    await fail('late', 1);
    expect(await read()).toMatchObject({ status: 'running', attempt: 2 });
    await ready({ run_id, attempt: 2 });
    const about = { run_id, release: 'dti/province34/2024/r1', manifest_sha256: 'c'.repeat(64) };
    await addToPeriod(deps, round, { kind: 'released', ...by(9), about });
    await fail('later', 2);
    expect(await read()).toMatchObject({ status: 'released' });
  });

  it('is a fault for a run that was never started, and leaves the chain readable', async () => {
    const { ready, read } = await openRun();
    await expect(ready({ run_id: 'b'.repeat(32), attempt: 1 })).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
    expect(await read()).toMatchObject({ status: 'running' });
  });
});
