import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { closeRound, releaseRound, runRound } from '../../infra/local/round/close-round.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import { uploadWorkbook } from '../../infra/local/round/upload-workbook.ts';
import { quarter } from '../../sample-data/quarter.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { rawKey } from '../../shared/lake/keys.ts';
import { connectBuckets, getObject } from '../../shared/lake/objects.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { hashOf } from '../../shared/ledger/entry.ts';
import { connectLedger, readChain } from '../../shared/ledger/ledger.ts';
import { type Files, readFrozenInputs, textOf } from '../../shared/release/frozen-inputs.ts';
import type { Provenance, ReceivedFile, TracedFigure } from '../../shared/release/provenance/provenance.ts';
import { type ProvenanceFile, provenancePath } from '../../shared/release/provenance/provenance-file.ts';
import { provenanceOf } from '../../shared/release/provenance/provenance-of.ts';
import { type TracedRelease, traceRelease } from '../../shared/release/provenance/traced-release.ts';
import { type RunHeads, readScores } from '../../shared/release/run-files.ts';
import { issueForm } from '../../shared/submission/form/issue-form.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { signingKey } from '../support/forms.ts';
import { boot, makeStateDirectory } from '../support/running-pipeline.ts';
import { officerOf, publisher } from '../support/uploads.ts';
import { openFile, type ValueAt } from '../support/value-at.ts';

const group = 'province34';
const [haNoi, hue, haiPhong, daNang, canTho] = ['P01-2025', 'P46-2025', 'P31-2025', 'P48-2025', 'P92-2025'] as const;
const quietly = () => {};

type Row = { indicator: string; input: string; value: string; evidence?: string; note?: string };

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

/** A round that was released, with its files as the public has them. */
interface Released {
  framework: Framework;
  files: Files;
  traced: TracedRelease;
}
const rounds: Record<string, Released> = {};

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  rounds['2024'] = await release('2024', await loadFramework('dti-province-405'), sendYear2024);
  const { framework } = await quarter(group, '2025');
  rounds['2025'] = await release('2025', framework, () => sendMixed('2025'));
  rounds['2026-Q1'] = await release('2026-Q1', framework, () => sendMixed('2026-Q1'));
}, 600_000);

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function release(
  period: string,
  framework: Framework,
  send: (by: Framework) => Promise<void>,
): Promise<Released> {
  const body = { group, period, framework: frameworkDocument(framework) };
  await callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', body);
  await send(framework);
  await pipeline.settled();
  const run = (await runRound({ group, period }, pipeline, quietly))!;
  await closeRound({ group, period }, pipeline, quietly);
  const released = await releaseRound(run, pipeline, quietly);
  const files = await fetchRelease(released.release, pipeline);
  const { lake } = connectBuckets({ lake: localNames.LAKE_BUCKET });
  const provenance = JSON.parse(textOf(files, provenancePath)) as ProvenanceFile;
  return {
    framework,
    files,
    traced: traceRelease({
      scoreboard: JSON.parse(textOf(files, 'scoreboard.json')),
      inputs: await readFrozenInputs(files),
      scores: await readScores(lake, run.run_id),
      provenance,
    }),
  };
}

async function submit(unitId: string, period: string, type: string, body: string, query = ''): Promise<void> {
  const headers = { authorization: `Bearer ${await officerOf(unitId, pipeline)}`, 'content-type': type };
  const path = `/v1/submissions/${group}/${period}/${unitId}${query}`;
  const answer = await fetch(new URL(path, pipeline.url), { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ accepted: true, findings: [] });
}

const jsonOf = (rows: Row[]): string => JSON.stringify(rows);

/** As a spreadsheet writes it in Vietnam: semicolons, decimal commas, Windows' lines; some notes are of two lines. */
const csvOf = (rows: Row[]): string =>
  [
    'indicator;input;value;evidence;note',
    ...rows.map(({ indicator, input, value, evidence = '', note = '' }, place) =>
      [
        indicator,
        input,
        value.replace('.', ','),
        `"${evidence}"`,
        `"${place % 5 === 0 ? `một\r\nhai ${note}` : note}"`,
      ].join(';'),
    ),
    '',
  ].join('\r\n');

/** All of the 34 by workbook, but for one by JSON, one by CSV, and one whose workbook a part by CSV was laid over. */
async function sendYear2024(framework: Framework): Promise<void> {
  for (const { unit, values } of round2024(group).rows) {
    const { unit_id } = unit;
    if (unit_id === hue) await submit(hue, '2024', 'application/json', jsonOf(values));
    else if (unit_id === haiPhong) await submit(haiPhong, '2024', 'text/csv', csvOf(values));
    else {
      const form = issueForm({ unit, group, period: '2024', framework, values }, signingKey);
      await uploadWorkbook(
        { name: `${unit_id}.xlsx`, bytes: await writeTemplate(form) },
        { group, period: '2024' },
        pipeline,
      );
    }
  }
  await pipeline.settled();
  const part = csvOf([
    { indicator: 'security', input: 'value', value: '0.7777' },
    { indicator: 'awareness', input: 'value', value: '0.6666' },
  ]);
  await submit(daNang, '2024', 'text/csv', part, '?partial=true');
}

/** Each of three doors, and another one in the next period: what is carried came by a door that the period's file did not. */
async function sendMixed(period: string): Promise<void> {
  const { files, framework } = await quarter(group, period);
  const doors = period === '2025' ? ['json', 'csv', 'xlsx'] : ['xlsx', 'json', 'csv'];
  for (const [place, unitId] of [haNoi, daNang, canTho].entries()) {
    const { unit, values } = files.find((file) => file.unit.unit_id === unitId && file.variant === 'right')!;
    if (doors[place] === 'json') await submit(unitId, period, 'application/json', jsonOf(values));
    else if (doors[place] === 'csv') await submit(unitId, period, 'text/csv', csvOf(values));
    else {
      const form = issueForm({ unit, group, period, framework, values }, signingKey);
      await uploadWorkbook({ name: `${unitId}.xlsx`, bytes: await writeTemplate(form) }, { group, period }, pipeline);
    }
  }
}

/** Every page of a release. */
const pagesOf = ({ traced }: Released): Provenance[] =>
  traced.scoreboard.units.flatMap(({ unit_id }) =>
    traced.scoreboard.measures.map(({ measure }) => provenanceOf(traced, unit_id, measure)),
  );

type Told = TracedFigure & { unit_id: string; indicator: string; received: ReceivedFile };

const figuresOf = (page: Provenance): Told[] =>
  page.ground.kind !== 'indicators'
    ? []
    : page.ground.indicators.flatMap(({ indicator, figures }) =>
        figures.map((figure) => ({
          ...figure,
          ...{ unit_id: page.unit.unit_id, indicator },
          received: page.files.find((file) => file.submission_sha256 === figure.submission_sha256)!.received!,
        })),
      );

const opened = new Map<string, Promise<ValueAt>>();
function openRaw(
  { received: { sha256, format, group, period }, unit_id }: Told,
  framework: Framework,
): Promise<ValueAt> {
  const key = rawKey({ group, period, unit_id, sha256, format });
  const known = opened.get(key) ?? readRaw(key, framework);
  opened.set(key, known);
  return known;
}

async function readRaw(key: string, framework: Framework): Promise<ValueAt> {
  const { raw } = connectBuckets({ raw: localNames.RAW_BUCKET });
  return openFile((await getObject(raw, key))!.bytes, framework);
}

async function countFound(round: Released): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const figure of pagesOf(round).flatMap(figuresOf)) {
    const valueAt = await openRaw(figure, round.framework);
    expect([figure.unit_id, figure.indicator, figure.input, valueAt(figure.place, figure)]).toEqual([
      ...[figure.unit_id, figure.indicator, figure.input, figure.value],
    ]);
    found[figure.place.kind] = (found[figure.place.kind] ?? 0) + 1;
  }
  return found;
}

describe('every declared figure on every provenance', () => {
  it('of 2024 stands in the raw bytes at the cell, line or pointer that is named', async () => {
    // 31 workbooks of 8 figures, one whose part took the place of two of its own; one file by CSV, one by JSON.
    expect(await countFound(rounds['2024']!)).toEqual({ cell: 31 * 8 + 6, line: 8 + 2, pointer: 8 });
  });

  it('of a year with 47 indicators does, by each of the three doors', async () => {
    const found = await countFound(rounds['2025']!);
    expect(Object.keys(found).sort()).toEqual(['cell', 'line', 'pointer']);
    expect(Math.min(...Object.values(found))).toBeGreaterThan(60);
  });

  it('of a quarter does too, where it was carried from a file of the year before that came by another door', async () => {
    const quarterly = rounds['2026-Q1']!;
    expect(Object.keys(await countFound(quarterly)).sort()).toEqual(['cell', 'line', 'pointer']);
    const carried = pagesOf(quarterly)
      .flatMap(figuresOf)
      .filter(({ received }) => received.period === '2025');
    const doors = new Set(carried.map(({ unit_id, received }) => `${unit_id} ${received.format}`));
    expect([...doors].sort()).toEqual([`${haNoi} json`, `${daNang} csv`, `${canTho} xlsx`].sort());
  });

  it('is missed by one line, row or element beside', async () => {
    const figures = pagesOf(rounds['2024']!).flatMap(figuresOf);
    const csv = figures.find(({ unit_id, indicator }) => unit_id === haiPhong && indicator === 'security')!;
    const json = figures.find(({ unit_id, indicator }) => unit_id === hue && indicator === 'security')!;
    const [inCsv, inJson] = await Promise.all([csv, json].map((figure) => openRaw(figure, rounds['2024']!.framework)));
    const line = csv.place.kind === 'line' ? csv.place.line : Number.NaN;
    expect(inCsv!({ kind: 'line', line: line - 1 }, csv)).not.toBe(csv.value);
    expect(inJson!({ kind: 'pointer', pointer: '/0/value' }, json)).toBe('1');
    expect(json.place).toEqual({ kind: 'pointer', pointer: '/4/value' });
  });
});

describe('provenance.json', () => {
  it('hashes entries that stand in the unit’s chain, up to the head that release.json names', async () => {
    const ledger = connectLedger(localNames.LEDGER_TABLE);
    for (const [period, { files }] of Object.entries(rounds)) {
      const { units } = JSON.parse(textOf(files, provenancePath)) as ProvenanceFile;
      const { heads } = JSON.parse(textOf(files, 'release.json')) as { heads: RunHeads };
      for (const { unit_id, files: received } of units) {
        for (const file of received) {
          const entries = await readChain(ledger, unitChain({ group, period: file.period, unit_id }));
          const hashes = entries.slice(0, file.head.number).map(hashOf);
          expect(hashes).toEqual(expect.arrayContaining([file.received_entry_sha256, file.answered_entry_sha256]));
          expect(hashes.at(-1)).toBe(file.head.sha256);
          if (file.period === period) expect(file.head).toEqual(heads.units[unit_id]);
        }
      }
    }
  });

  it('names no person', async () => {
    for (const { files } of Object.values(rounds)) {
      const text = textOf(files, provenancePath);
      expect(text).not.toMatch(/officer|subject|ministry|evidence|note/);
      expect(JSON.stringify(rounds['2025']!.traced.framework.indicators)).toContain('evidence');
    }
  });
});
