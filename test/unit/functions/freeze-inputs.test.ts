import { describe, expect, it } from 'vitest';
import { freezeInputs } from '../../../functions/freeze-inputs/freeze-inputs.ts';
import { canonicalJson, sha256Of } from '../../../shared/digest/canonical-json.ts';
import { digestOf, frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { writeDocument } from '../../../shared/lake/documents.ts';
import { decisionsKey, figuresKey, frameworkKey, preparedKey, runKey } from '../../../shared/lake/keys.ts';
import { getObject, putObject } from '../../../shared/lake/objects.ts';
import {
  correctedInputsOf,
  correctedPath,
  correctionPath,
  type Files,
  inputsDigest,
  readFrozenInputs,
  writeFrozenInputs,
} from '../../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../../shared/release/manifest.ts';
import { keepSelection, readPreparedInputs, writePrepared } from '../../../shared/release/run-files.ts';
import { readRun } from '../../../shared/release/runs.ts';
import { runIdOf, type SelectedCorrection, type Selection } from '../../../shared/release/selection.ts';
import { writeFigures } from '../../../shared/submission/figures-document.ts';
import { registryDigest } from '../../../shared/units/registry.ts';
import { addReceipt, openPeriodAt, openRoundStores, type RoundDeps, round } from '../../support/ledger-round.ts';
import { framework } from '../../support/round-workbooks.ts';

const hanoi = 'P01-2025';
const at = '2026-10-05T08:00:00.000Z';
const heads = { period: { number: 1, sha256: 'a'.repeat(64) }, units: {} };
const first = framework.indicators[0]!.indicator;
const of = { ...round, unit_id: hanoi };

async function openRound() {
  const deps = await openRoundStores();
  await openPeriodAt(deps, at);
  const figures_sha256 = await addReceipt(deps, { unit_id: hanoi, value: '0.5', at });
  return { deps, figures_sha256 };
}

const selectionOf = (figures_sha256: string, changes: Partial<Selection> = {}): Selection => ({
  ...{ index: 'dti', ...round, framework_sha256: framework.sha256, registry_sha256: registryDigest() },
  submissions: [{ unit_id: hanoi, sha256: 'b'.repeat(64), format: 'json', figures_sha256 }],
  ...changes,
});

async function freeze({ lake }: RoundDeps, selection: Selection) {
  const runId = runIdOf(selection);
  await keepSelection(lake, runId, selection, heads);
  await freezeInputs(runId, { lake });
  const files = await readPreparedInputs(lake, runId);
  return { runId, files, inputs: await readFrozenInputs(files) };
}

describe('freezeInputs', () => {
  it('takes the figures that the ledger names, each with the file it came from', async () => {
    const { deps, figures_sha256 } = await openRound();
    const { inputs } = await freeze(deps, selectionOf(figures_sha256));
    expect(inputs.observations).toHaveLength(framework.indicators.length);
    expect(inputs.observations[0]).toMatchObject({
      unit_id: hanoi,
      value: '0.5',
      submission_sha256: sha256Of(`${hanoi} 0.5`),
    });
    expect(inputs.units.filter(({ submitted }) => submitted).map(({ unit_id }) => unit_id)).toEqual([hanoi]);
  });

  it('takes the notice of the period with it, which pages and reports say', async () => {
    const { deps, figures_sha256 } = await openRound();
    const notice_vi = 'Số liệu minh họa';
    expect((await freeze(deps, selectionOf(figures_sha256, { notice_vi }))).inputs).toMatchObject({ notice_vi });
    expect((await freeze(deps, selectionOf(figures_sha256))).inputs).not.toHaveProperty('notice_vi');
  });

  it('keeps the file of a figure that a part left standing', async () => {
    const { deps } = await openRound();
    const figure = { unit_id: hanoi, indicator: first, input: 'value', value: '0.25' };
    const place = { evidence: null, note: null, sheet: null, cell: null, row: 3, submission_sha256: 'c'.repeat(64) };
    const figures_sha256 = await writeFigures(deps.lake, {
      ...{ ...of, sha256: 'b'.repeat(64), format: 'json', framework_sha256: framework.sha256 },
      observations: [{ ...figure, ...place }],
      explained: [],
    });
    const { inputs } = await freeze(deps, selectionOf(figures_sha256));
    expect(inputs.observations).toMatchObject([{ value: '0.25', submission_sha256: 'c'.repeat(64) }]);
  });

  it('row 1: stops on other bytes than those named, and on none; an emptied answer scores nobody to zero', async () => {
    const { deps, figures_sha256 } = await openRound();
    const key = figuresKey(of, figures_sha256);
    const { bytes } = (await getObject(deps.lake, key))!;
    const emptied = { ...JSON.parse(new TextDecoder().decode(bytes)), observations: [] };
    await putObject(deps.lake, key, canonicalJson(emptied));
    await expect(freeze(deps, selectionOf(figures_sha256))).rejects.toMatchObject({ code: 'DOCUMENT_CHANGED' });
    await expect(freeze(deps, selectionOf('d'.repeat(64)))).rejects.toMatchObject({ code: 'DOCUMENT_GONE' });
  });

  it('row 1: stops on another framework under the hash of the one selected, though it is sound in itself', async () => {
    const { deps, figures_sha256 } = await openRound();
    const { sha256, ...content } = { ...framework, version: 'khác' };
    const other = frameworkDocument({ ...content, sha256: digestOf(content) });
    await putObject(deps.lake, frameworkKey(framework.sha256), other);
    await expect(freeze(deps, selectionOf(figures_sha256))).rejects.toMatchObject({ code: 'FRAMEWORK_CHANGED' });
  });

  it('row 1: stops on a selection that is not the one that names the run: a unit taken out of it is missed', async () => {
    const { deps, figures_sha256 } = await openRound();
    const selection = selectionOf(figures_sha256);
    const runId = runIdOf(selection);
    await putObject(deps.lake, runKey(runId, 'selection.json'), JSON.stringify({ ...selection, submissions: [] }));
    await expect(freeze(deps, selection)).rejects.toMatchObject({ code: 'SELECTION_CHANGED' });
    await expect(readRun(runId, deps)).rejects.toMatchObject({ code: 'SELECTION_CHANGED' });
  });
});

describe('freezeInputs without its framework', () => {
  it('stops: figures are read by the framework that the period was opened with, and by no other', async () => {
    const { deps, figures_sha256 } = await openRound();
    const gone = selectionOf(figures_sha256, { framework_sha256: 'd'.repeat(64) });
    await expect(freeze(deps, gone)).rejects.toMatchObject({ code: 'FRAMEWORK_GONE' });
  });
});

describe('freezeInputs with decisions', () => {
  const decide = (deps: RoundDeps, points: string | null) =>
    writeDocument(deps.lake, (sha256) => decisionsKey(of, sha256), {
      ...{ ...of, figures_sha256: 'e'.repeat(64), appraisal_sha256: 'f'.repeat(64) },
      decisions: [{ indicator: first, points, reason: 'Thiếu minh chứng', self_points: '25', sheet: 'S', cell: 'F12' }],
    });

  it('takes those that are selected, by hash', async () => {
    const { deps, figures_sha256 } = await openRound();
    const decisions_sha256 = await decide(deps, '10');
    const appraisals = [{ unit_id: hanoi, indicator: first, decisions_sha256 }];
    const { inputs } = await freeze(deps, selectionOf(figures_sha256, { appraisals }));
    expect(inputs.appraisals).toMatchObject([{ unit_id: hanoi, indicator: first, points: '10.0000' }]);
  });

  it('stops where the document does not hold what was selected, or is not there', async () => {
    const { deps, figures_sha256 } = await openRound();
    const select = (decisions_sha256: string, indicator = first) =>
      selectionOf(figures_sha256, { appraisals: [{ unit_id: hanoi, indicator, decisions_sha256 }] });
    const withdrawn = await decide(deps, null);
    await expect(freeze(deps, select(withdrawn))).rejects.toMatchObject({ code: 'DECISION_GONE' });
    const another = framework.indicators[1]!.indicator;
    await expect(freeze(deps, select(await decide(deps, '10'), another))).rejects.toMatchObject({
      code: 'DECISION_GONE',
    });
    await expect(freeze(deps, select('d'.repeat(64)))).rejects.toMatchObject({ code: 'DOCUMENT_GONE' });
  });
});

/** What a later release reads of a run that was released; the hash of its manifest. */
async function layReady(
  { lake }: RoundDeps,
  { runId, files }: { runId: string; files: Files },
  scoreboard: Uint8Array,
) {
  const hashed = ([path, bytes]: [string, Uint8Array]) => ({ path, sha256: sha256Of(bytes) });
  const outputs = [hashed(['scoreboard.json', scoreboard])];
  const manifest = new TextEncoder().encode(JSON.stringify({ inputs: [...files].map(hashed), outputs }));
  await writePrepared(
    lake,
    runId,
    new Map([
      ['scoreboard.json', scoreboard],
      [manifestPath, manifest],
    ]),
  );
  return sha256Of(manifest);
}

describe('freezeInputs of a quarter', () => {
  const [decidedAnew, carried] = framework.indicators.map(({ indicator }) => indicator) as [string, string];

  it('lets a decision of this period stand before one that came with carried figures, which stands where there is none', async () => {
    const { deps, figures_sha256 } = await openRound();
    const { inputs: year } = await freeze(deps, selectionOf(figures_sha256));
    const appraisals = [decidedAnew, carried].map((indicator) => ({
      ...{ unit_id: hanoi, indicator, points: '5.0000', reason: 'Năm trước' },
    }));
    const run_id = 'b'.repeat(32);
    const files = writeFrozenInputs({ ...year, period: '2025', closing_date: '2025-12-31', appraisals });
    await writePrepared(deps.lake, run_id, files);
    const manifest_sha256 = await layReady(
      deps,
      { runId: run_id, files },
      new TextEncoder().encode('{"measures":[],"units":[],"framework":{}}'),
    );
    const release = 'dti/province34/2025/r1';
    const before = { run_id, release, manifest_sha256, framework_sha256: framework.sha256 };

    const quarter = { ...of, period: '2026-Q3' };
    const nothing = { sha256: 'b'.repeat(64), format: 'json' as const, framework_sha256: framework.sha256 };
    const declared = await writeFigures(deps.lake, { ...quarter, ...nothing, observations: [], explained: [] });
    const decisions_sha256 = await writeDocument(deps.lake, (sha256) => decisionsKey(quarter, sha256), {
      decisions: [{ indicator: decidedAnew, points: '10', reason: 'Kỳ này' }],
    });
    const { inputs } = await freeze(
      deps,
      selectionOf(declared, {
        period: '2026-Q3',
        previous: before,
        appraisals: [{ unit_id: hanoi, indicator: decidedAnew, decisions_sha256 }],
      }),
    );
    expect(inputs.answers).toContainEqual(expect.objectContaining({ indicator: decidedAnew, state: 'carried' }));
    expect(inputs.appraisals.map(({ indicator, points }) => [indicator, points])).toEqual([
      [decidedAnew, '10.0000'],
      [carried, '5.0000'],
    ]);
  });
});

describe('freezeInputs of a correction', () => {
  it('keeps which release it corrects and why, and all of that release, byte for byte; its hash covers them', async () => {
    const { deps, figures_sha256 } = await openRound();
    const before = await freeze(deps, selectionOf(figures_sha256));
    const scoreboard = new TextEncoder().encode('{"release":"dti/province34/2024/r1"}\n');
    const manifest_sha256 = await layReady(deps, before, scoreboard);
    const corrects: SelectedCorrection = {
      ...{ release: 'dti/province34/2024/r1', run_id: before.runId, manifest_sha256 },
      reason: { text_vi: 'Nhập sai', kind: 'input', found_by: 'công dân' },
    };
    const other = await addReceipt(deps, { unit_id: hanoi, value: '0.6', at });
    const { files, inputs } = await freeze(deps, selectionOf(other, { corrects }));
    expect(inputs.observations[0]).toMatchObject({ value: '0.6' });
    const { release, reason } = corrects;
    expect(new TextDecoder().decode(files.get(correctionPath))).toBe(canonicalJson({ corrects: release, reason }));
    expect(Buffer.from(files.get(correctedPath)!)).toEqual(Buffer.from(scoreboard));
    expect(correctedInputsOf(files)).toEqual(before.files);
    expect([...files.keys()]).toContain('inputs/corrected/observations.parquet');
    const without = new Map([...files].filter(([path]) => path !== correctionPath));
    expect(inputsDigest(without)).not.toBe(inputsDigest(files));
    expect(correctedInputsOf(before.files)).toBeNull();
  });

  it('stops where the corrected release is not in the lake', async () => {
    const { deps, figures_sha256 } = await openRound();
    const reason = { text_vi: 'Nhập sai', kind: 'input' as const, found_by: 'công dân' };
    const named = { release: 'dti/province34/2024/r1', manifest_sha256: 'a'.repeat(64) };
    const corrects = { ...named, run_id: 'a'.repeat(32), reason };
    await expect(freeze(deps, selectionOf(figures_sha256, { corrects }))).rejects.toMatchObject({
      code: 'RUN_FILE_MISSING',
    });
  });

  it('row 1: stops where the corrected release is not the one that went out', async () => {
    const { deps, figures_sha256 } = await openRound();
    const before = await freeze(deps, selectionOf(figures_sha256));
    const manifest_sha256 = await layReady(deps, before, new TextEncoder().encode('{}\n'));
    const named = { release: 'dti/province34/2024/r1', run_id: before.runId };
    const reason = { text_vi: 'Nhập sai', kind: 'input' as const, found_by: 'công dân' };
    const correct = (hash: string) =>
      freeze(deps, selectionOf(figures_sha256, { corrects: { ...named, manifest_sha256: hash, reason } }));
    await expect(correct('a'.repeat(64))).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
    await putObject(deps.lake, preparedKey(before.runId, 'scoreboard.json'), '{"units":[]}\n');
    await expect(correct(manifest_sha256)).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
  });
});
