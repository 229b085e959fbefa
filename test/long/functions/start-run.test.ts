import { describe, expect, it } from 'vitest';
import { chooseSelection } from '../../../functions/start-run/choose-selection.ts';
import { startRun } from '../../../functions/start-run/start-run.ts';
import { takeAttempt } from '../../../functions/start-run/take-attempt.ts';
import { periodChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import type { PeriodTerms } from '../../../shared/ledger/period-entry.ts';
import { readPeriod, readUnit } from '../../../shared/ledger/read-ledger.ts';
import { endRun } from '../../../shared/release/end-run.ts';
import { keepSelection, readHeads } from '../../../shared/release/run-files.ts';
import { type Run, readRun } from '../../../shared/release/runs.ts';
import { type CorrectionReason, runIdOf } from '../../../shared/release/selection.ts';
import { callerWith } from '../../support/callers.ts';
import {
  addReceipt,
  addToPeriod,
  addToUnit,
  openPeriodAt,
  openRoundStores,
  round,
  type Sent,
} from '../../support/ledger-round.ts';

const runner = callerWith();
const hanoi = 'P01-2025';
const at = (minutes: number) => new Date(Date.UTC(2026, 9, 5, 8) + minutes * 60_000);
const reason: CorrectionReason = { text_vi: 'Nhập sai số liệu', kind: 'input', found_by: 'công dân' };

/** A period with one unit in, whose runs can be started, ended and released by hand. */
async function openRound(terms: Partial<PeriodTerms> = {}) {
  const deps = await openRoundStores();
  await openPeriodAt(deps, at(-100).toISOString(), terms);
  const started: string[] = [];
  /** Whether the execution of that name has ended by the time it is asked for. */
  const executions = { hasEnded: async (_name: string) => false };
  const startExecution = async (name: string) => {
    started.push(name.slice(-2));
    return !(await executions.hasEnded(name));
  };
  const start = (minutes: number, why?: CorrectionReason, caller = runner) =>
    startRun({ ...round, reason: why }, caller, { ...deps, now: () => at(minutes), startExecution });
  const end = async ({ run_id, attempt }: Run, failure: Run['failure'] = null) =>
    endRun(
      { run_id, attempt },
      round as never,
      { at: at(200), ...(failure ? { failure } : { manifest_sha256: 'a'.repeat(64) }) },
      deps,
    );
  const send = (value: string, sent: Partial<Sent> = {}) =>
    addReceipt(deps, { unit_id: hanoi, value, at: at(-50).toISOString(), ...sent });
  const release = async (run: Run) => {
    await end(run);
    const facts = { run_id: run.run_id, release: run.release, manifest_sha256: 'a'.repeat(64) };
    const { corrects } = run;
    const by = { at: at(300).toISOString(), subject: 'p-releaser', role: 'publisher' };
    const reason_vi = corrects?.reason.text_vi ?? '';
    await addToPeriod(
      deps,
      round,
      corrects
        ? { kind: 'corrected', ...by, about: { ...facts, corrects: corrects.release, reason_vi } }
        : { kind: 'released', ...by, about: facts },
    );
  };
  const kinds = async () => (await readChain(deps.ledger, periodChain(round))).map(({ kind }) => kind);
  await send('0.5');
  return { ...deps, start, started, executions, end, send, release, kinds };
}

describe('startRun', () => {
  it('takes the next attempt of a run whose execution ended without a word: it timed out, or FailRun failed too', async () => {
    const { start, started, executions } = await openRound();
    expect(await start(0)).toMatchObject({ attempt: 1, started_at: at(0).toISOString() });
    expect(await start(500)).toMatchObject({ attempt: 1, status: 'running' });
    executions.hasEnded = async (name) => name.endsWith('-1');
    const [one, other] = await Promise.all([start(501), start(501)]);
    expect(one).toMatchObject({ attempt: 2, status: 'running', started_at: at(501).toISOString() });
    expect(other).toEqual(one);
    expect(new Set(started)).toEqual(new Set(['-1', '-2']));
  });

  it('believes a run that says how it ended just after it was asked for', async () => {
    const { start, started, executions, end } = await openRound();
    const run = await start(0);
    executions.hasEnded = async () => {
      await end(run);
      return true;
    };
    expect(await start(1)).toMatchObject({ attempt: 1, status: 'ready' });
    expect(started).toEqual(['-1', '-1']);
  });

  it('leaves a run alone that is ready, however old, and tries one again that failed', async () => {
    const { start, started, end } = await openRound();
    const run = await start(0);
    await end(run, { code: 'SCORES_DISAGREE', message: 'x' });
    const again = await start(500, undefined, callerWith({ subject: 'ministry-other' }));
    expect(again).toMatchObject({ run_id: run.run_id, attempt: 2, status: 'running', failure: null });
    expect(again.started_by).toHaveLength(2);
    await end(again);
    expect(await start(501)).toMatchObject({ attempt: 2, status: 'ready' });
    expect(started).toEqual(['-1', '-2']);
  });

  it('is one run for two people at once, with one entry and one execution', async () => {
    const { start, started, kinds } = await openRound();
    const other = callerWith({ subject: 'ministry-other' });
    const [one, two] = await Promise.all([start(0), start(0, undefined, other)]);
    expect(two).toEqual(one);
    expect(one.started_by).toHaveLength(1);
    expect(await kinds()).toEqual(['opened', 'run-started']);
    expect(new Set(started)).toEqual(new Set(['-1']));
  });

  it('names persons by opaque ids, never by their sign-in', async () => {
    const { start } = await openRound();
    expect((await start(0)).started_by).toEqual([expect.stringMatching(/^p-[0-9a-f-]{36}$/)]);
  });

  it('completes what was cut off between selection and entry: a selection alone is no run', async () => {
    const { start, started, kinds, ...deps } = await openRound();
    const { selection, heads } = await chooseSelection(round, deps);
    const runId = runIdOf(selection);
    await keepSelection(deps.lake, runId, selection, heads);
    expect(await readRun(runId, deps)).toBeNull();
    expect(await start(1)).toMatchObject({ run_id: runId, attempt: 1, status: 'running' });
    expect(await kinds()).toEqual(['opened', 'run-started']);
    expect(started).toEqual(['-1']);
  });

  it('completes what was cut off between entry and execution', async () => {
    const { start, started, kinds, ...deps } = await openRound();
    const cut = { ...deps, now: () => at(0), startExecution: () => Promise.reject(new Error('cut')) };
    await expect(startRun(round, runner, cut)).rejects.toThrow('cut');
    expect(await start(1)).toMatchObject({ attempt: 1, status: 'running', started_at: at(0).toISOString() });
    expect(await kinds()).toEqual(['opened', 'run-started']);
    expect(started).toEqual(['-1']);
  });

  it('keeps the heads of the chains it rests on, as they stood, apart from what names it', async () => {
    const { start, lake, ledger, send } = await openRound();
    const period = (await readPeriod(ledger, round))!.head;
    const unit = (await readUnit(ledger, { ...round, unit_id: hanoi })).head;
    const run = await start(0);
    expect(await readHeads(lake, run.run_id)).toEqual({ period, units: { [hanoi]: unit } });
    // What counts for nothing moves the chain on and leaves run and heads as they are.
    await send('0.9', { accepted: false });
    expect((await start(1)).run_id).toBe(run.run_id);
    expect(await readHeads(lake, run.run_id)).toEqual({ period, units: { [hanoi]: unit } });
  });

  it('refuses where nothing counts: nothing accepted, nothing certified where the period asks for it', async () => {
    const refused = { status: 409, code: 'nothing-accepted' };
    const { start, ledger, table } = await openRound({ certification: 'required' });
    await expect(start(0)).rejects.toMatchObject({ ...refused, detail: expect.stringContaining('xác nhận') });
    const of = { ...round, unit_id: hanoi };
    const { figures_sha256 } = (await readUnit(ledger, of)).receipts[0]!.answer!;
    const about = { receipt: 1, figures_sha256: figures_sha256! };
    const certified = { kind: 'certified' as const, at: at(-1).toISOString(), subject: 'p-head', role: 'certifier' };
    await addToUnit({ ledger, table }, of, { ...certified, about });
    expect(await start(0)).toMatchObject({ status: 'running' });
  });

  it('takes nothing that came after the closing', async () => {
    const { start, send, ledger, table } = await openRound();
    const run = await start(0);
    const closed = { kind: 'closed' as const, at: at(10).toISOString(), subject: 'p-publisher', role: 'publisher' };
    await addToPeriod({ ledger, table }, round, { ...closed, about: { ground: 'period_over' } });
    await send('0.9', { at: at(11).toISOString() });
    expect(await start(12)).toMatchObject({ run_id: run.run_id, attempt: 1 });
  });
});

describe('corrections (row 9: r2 with a reason)', () => {
  it('are refused without a reason, named by it and by what they correct, and numbered by it', async () => {
    const { start, send, release } = await openRound();
    const first = await start(0);
    expect(first.release).toBe('dti/province34/2024/r1');
    await release(first);
    await send('0.6');
    await expect(start(1)).rejects.toMatchObject({ status: 422, code: 'reason-needed' });
    const second = await start(2, reason);
    expect(second).toMatchObject({
      release: 'dti/province34/2024/r2',
      corrects: { release: 'dti/province34/2024/r1', run_id: first.run_id, reason },
    });
    expect((await start(3, { ...reason, text_vi: 'Lý do khác' })).run_id).not.toBe(second.run_id);
  });

  it('need a release: before it, a reason is refused', async () => {
    const { start } = await openRound();
    await expect(start(0, reason)).rejects.toMatchObject({ status: 422, code: 'nothing-to-correct' });
  });

  it('are none where inputs equal the current release, with a reason or without: no new number', async () => {
    const { start, send, release, kinds } = await openRound();
    const first = await start(0);
    await release(first);
    const before = await kinds();
    for (const why of [undefined, reason]) {
      expect(await start(1, why)).toMatchObject({ run_id: first.run_id, status: 'released', release: first.release });
    }
    // The same figures in a file sent again are no other inputs.
    await send('0.5');
    expect(await start(2)).toMatchObject({ run_id: first.run_id, status: 'released' });
    expect(await kinds()).toEqual(before);
  });

  it('go back as they go on: A, B, A is r3, a run of its own with a reason', async () => {
    const { start, send, release } = await openRound();
    const a = await start(0);
    await release(a);
    await send('0.6');
    const b = await start(1, reason);
    await release(b);
    await send('0.5');
    await expect(start(2)).rejects.toMatchObject({ code: 'reason-needed' });
    const back = await start(3, { ...reason, text_vi: 'Số liệu cũ đúng' });
    expect(back).toMatchObject({ release: 'dti/province34/2024/r3', status: 'running' });
    expect([a.run_id, b.run_id]).not.toContain(back.run_id);
    await release(back);
    expect(await start(4)).toMatchObject({ run_id: back.run_id, status: 'released' });
  });

  it('are asked for anew where a release comes between choosing and starting', async () => {
    const { start, send, release, kinds, ...deps } = await openRound();
    const first = await start(0);
    await send('0.6');
    const chosen = await chooseSelection(round, deps);
    await release(first);
    const by = { subject: 'p-runner', role: 'publisher' } as const;
    const taking = { run_id: runIdOf(chosen.selection), silent: null };
    expect(await takeAttempt(taking, chosen, by, { ...deps, now: () => at(1) })).toBeNull();
    expect((await kinds()).filter((kind) => kind === 'run-started')).toHaveLength(1);
  });
});
