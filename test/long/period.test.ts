import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlersFrom } from '../../infra/local/functions.ts';
import { localNames } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { figuresKey, preparedKey } from '../../shared/lake/keys.ts';
import { connectBuckets, getObject, putObject } from '../../shared/lake/objects.ts';
import type { PeriodLine, PeriodView } from '../../shared/ledger/describe-period.ts';
import type { ReleaseState } from '../../shared/ledger/fold-period.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { correctedPath, correctionPath } from '../../shared/release/frozen-inputs.ts';
import { readHeads, readPreparedRelease } from '../../shared/release/run-files.ts';
import type { Run } from '../../shared/release/runs.ts';
import type { CorrectionReason } from '../../shared/release/selection.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { addReceipt, addToPeriod, type RoundDeps, round } from '../support/ledger-round.ts';
import { framework, threeUnits } from '../support/round-workbooks.ts';
import { boot, makeStateDirectory, reopen } from '../support/running-pipeline.ts';
import { officerOf, publisher } from '../support/uploads.ts';
import { refusedOf, watchRights } from '../support/watch-rights.ts';

// The faults below are meant.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const [hanoi] = threeUnits;
const reason: CorrectionReason = { text_vi: 'Hà Nội nhập sai', kind: 'input', found_by: 'công dân' };
const { loadHandler, asked } = watchRights(handlersFrom(fileURLToPath(new URL('../..', import.meta.url))));

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let deps: RoundDeps;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path, { loadHandler });
  deps = {
    ...connectBuckets({ lake: localNames.LAKE_BUCKET }),
    ledger: connectLedger(localNames.LEDGER_TABLE),
    table: connectScoreTable(localNames.SCORE_TABLE),
  };
});
afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

const call = async <Answer>(request: `${'GET' | 'POST'} /${string}`, body?: unknown): Promise<Answer> =>
  callApi(pipeline.url, await publisher('ministry-runner', pipeline), request, body);
const open = (of: object = round) =>
  call<PeriodView>('POST /v1/periods', { framework: frameworkDocument(framework), ...of });
const close = () => call<PeriodView>('POST /v1/periods/province34/2024/close', {});
const view = () => call<PeriodView>('GET /v1/periods/province34/2024');
const refused = (status: number, code: string) => ({ status, problem: { type: `urn:dti:problem:${code}` } });

/** As the intake enters them: a file of the unit that came in just now, and its answer. */
const send = (unit_id: string, value: string) => addReceipt(deps, { unit_id, value, at: new Date().toISOString() });

async function run(why?: CorrectionReason): Promise<Run> {
  const { run_id } = await call<Run>('POST /v1/runs', { ...round, ...(why ? { reason: why } : {}) });
  await pipeline.settled();
  return call<Run>(`GET /v1/runs/${run_id}`);
}

/** What a release enters, without its pages. */
async function enterRelease({ run_id, release, corrects }: Run): Promise<void> {
  const manifest = await getObject(deps.lake, preparedKey(run_id, 'manifest.json'));
  const about = { run_id, release, manifest_sha256: sha256Of(manifest!.bytes) };
  const by = { at: new Date().toISOString(), subject: 'p-releaser', role: 'publisher' };
  const correction = corrects && { corrects: corrects.release, reason_vi: corrects.reason.text_vi };
  await addToPeriod(
    deps,
    round,
    correction ? { kind: 'corrected', ...by, about: { ...about, ...correction } } : { kind: 'released', ...by, about },
  );
}

// The tests tell one story.
describe('the life of a period', () => {
  it('row 3: does not begin where nothing falls due, and does not close before its last day', async () => {
    const quarter = { group: 'province34', period: '2098-Q4' };
    await expect(open(quarter)).rejects.toMatchObject(refused(422, 'nothing-due'));
    const document = frameworkDocument(await loadFramework('dti-province-405-indicators'));
    expect(await open({ ...quarter, framework: document })).toMatchObject({ state: 'open', over: false });
    const closing = call('POST /v1/periods/province34/2098-Q4/close', {});
    await expect(closing).rejects.toMatchObject(refused(409, 'period-not-closable'));
  });

  it('is opened with no field that is not known: a slip is named, not left out', async () => {
    const slip = open({ ...round, deadlin: '2025-01-31' });
    await expect(slip).rejects.toMatchObject({ ...refused(400, 'field-unknown'), message: /deadlin/ });
    await expect(call('GET /v1/me/periods?grup=x')).rejects.toMatchObject(refused(400, 'query-unknown'));
  });

  it('is seen by the ministry and by its units', async () => {
    await open();
    const officer = await officerOf(hanoi, pipeline);
    const listed = await callApi<{ periods: PeriodLine[] }>(pipeline.url, officer, 'GET /v1/me/periods');
    expect(listed.periods.map(({ period, state }) => [period, state])).toEqual([
      ['2024', 'open'],
      ['2098-Q4', 'open'],
    ]);
    expect(await view()).toMatchObject({ stage: 'open', over: true, deadline: null, runs: [] });
  });

  it('has runs while it is open, which stay what they are when it is closed', async () => {
    await expect(run()).rejects.toMatchObject(refused(409, 'nothing-accepted'));
    for (const unitId of threeUnits) await send(unitId, '0.5');
    const early = await run();
    expect(early).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r1', attempt: 1, failure: null });
    expect(Object.keys((await readHeads(deps.lake, early.run_id)).units)).toEqual([...threeUnits]);
    expect(await close()).toMatchObject({ state: 'closed', stage: 'previewed', closings: [{ ground: 'period_over' }] });
    expect(await run()).toEqual(early);
  });

  it('row 7, its run: what comes after the closing counts for nothing until the unit is reopened', async () => {
    const [before] = (await view()).runs;
    await send(hanoi, '0.8');
    expect((await run()).run_id).toBe(before!.run_id);
    await reopen(hanoi, pipeline);
    const other = await run();
    expect(other).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r1' });
    expect(other.run_id).not.toBe(before!.run_id);
    expect(await view()).toMatchObject({ state: 'reopened', stage: 'open' });
    await close();
    await enterRelease(other);
    expect(await view()).toMatchObject({ stage: 'released', releases: [{ number: 1, run_id: other.run_id }] });
  });

  it('row 9: is corrected with a reason, which is frozen with all that it corrects', async () => {
    const [, first] = (await view()).runs;
    expect(await run()).toMatchObject({ run_id: first!.run_id, status: 'released' });
    await reopen(hanoi, pipeline);
    await send(hanoi, '0.7');
    await expect(run()).rejects.toMatchObject(refused(422, 'reason-needed'));
    const second = await run(reason);
    expect(second).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r2' });
    const [{ manifest_sha256 }] = (await view()).releases as [ReleaseState];
    const named = { release: 'dti/province34/2024/r1', run_id: first!.run_id, manifest_sha256 };
    expect(second.corrects).toEqual({ ...named, reason });
    const files = await readPreparedRelease(deps.lake, second.run_id);
    expect(JSON.parse(new TextDecoder().decode(files.get(correctionPath)))).toEqual({
      corrects: 'dti/province34/2024/r1',
      reason,
    });
    const corrected = await readPreparedRelease(deps.lake, first!.run_id);
    expect(Buffer.from(files.get(correctedPath)!)).toEqual(Buffer.from(corrected.get('scoreboard.json')!));
    await close();
    await enterRelease(second);
  });

  it('row 9: goes back to an older release as r3, with a reason', async () => {
    await reopen(hanoi, pipeline);
    await send(hanoi, '0.8');
    await expect(run()).rejects.toMatchObject(refused(422, 'reason-needed'));
    const back = await run({ ...reason, text_vi: 'Số liệu trước đúng' });
    expect(back).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r3' });
    expect((await view()).runs.map(({ status }) => status)).toEqual(['ready', 'released', 'released', 'ready']);
  });

  it('row 1: stops a run whose figures are not those of the ledger, and goes on when they are back', async () => {
    const figures = await send(hanoi, '0.6');
    const key = figuresKey({ ...round, unit_id: hanoi }, figures);
    const { bytes } = (await getObject(deps.lake, key))!;
    await putObject(deps.lake, key, JSON.stringify({ observations: [] }));
    const stopped = await run(reason);
    expect(stopped).toMatchObject({ status: 'failed', failure: { code: 'DOCUMENT_CHANGED' } });
    await putObject(deps.lake, key, bytes);
    expect(await run(reason)).toMatchObject({ run_id: stopped.run_id, status: 'ready', attempt: 2, failure: null });
  });

  it('asks for nothing that the roles of its functions would refuse', () => {
    const names = ['open-period', 'change-period', 'read-periods', 'start-run', 'read-run', 'freeze-inputs'];
    const steps = [
      'compute-scores',
      'check-scores',
      'store-scores',
      'write-reports',
      'write-profiles',
      'seal-release',
      'fail-run',
    ];
    const touched = [...names, ...steps].map((name) => ({ name, all: asked.get(name)! }));
    expect(touched.filter(({ all }) => all.length === 0)).toEqual([]);
    expect(touched.flatMap(({ name, all }) => refusedOf(name, all).map((one) => ({ name, ...one })))).toEqual([]);
  });
});
