import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localNames } from '../../infra/local/names.ts';
import { startPipeline } from '../../infra/local/pipeline.ts';
import { makeReleaseKey } from '../../infra/local/release-key.ts';
import { connectBuckets, putObject } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { inputFilesOf } from '../../shared/release/frozen-inputs.ts';
import { keepSitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages } from '../../shared/site/page-list.ts';
import { packSite } from '../../shared/site/site-pack.ts';
import type { Engines } from '../support/engines.ts';
import { signingKey } from '../support/forms.ts';
import { readGolden } from '../support/golden.ts';
import { openRound } from '../support/released-round.ts';
import { filesOver, siteOver } from '../support/walk/drawn-release.ts';

/**
 * What publishing a release of 34 units with all its pages costs: the first, the second and the fifteenth of its period, one JSON
 * line each. It must not grow with what was published before; requests show it best, for they hang on no machine. On one core with
 * the engines in the same process. `tsx test/bench/site-publishing.bench.ts`
 */
const measured = [1, 2, 15];
/** The one before is put once more, with its notice: it needs its pages too. */
const whole = new Set(measured.flatMap((number) => [number, number - 1]));

const counted = { s3: 0, dynamodb: 0 };
for (const [name, { prototype }] of [
  ['s3', S3Client],
  ['dynamodb', DynamoDBDocumentClient],
] as const) {
  const sender = prototype as unknown as { send(...args: unknown[]): unknown };
  const { send } = sender;
  sender.send = function (...args) {
    counted[name]++;
    return send.apply(this, args);
  };
}

const pagesOfPart = 120;

/** Packs as the state machine lays them; the pages of each release are those of the round of 2024. */
async function drawPacks(): Promise<{ packs: Uint8Array[]; paths: string[] }> {
  const bare = async () => new Map([['ranking.xlsx', new Uint8Array(20_000)]]);
  const site = await siteOver(await filesOver('dti/province34/2024/r1', inputFilesOf(await readGolden()), bare));
  const refs = listPages(site.scoreboard);
  const parts = Math.ceil(refs.length / pagesOfPart);
  const packs = Array.from({ length: parts }, (_, part) => {
    const own = refs.filter((_, place) => place % parts === part);
    const draw = (ref: (typeof refs)[number]) =>
      languages.map((language) => ({ language, path: ref.path, html: drawPage(site, ref, language) }));
    return packSite({ pages: own.flatMap(draw), assets: [] });
  });
  return { packs, paths: refs.map(({ path }) => path) };
}

async function openEngines(): Promise<Engines> {
  const { LAKE_BUCKET, PUBLIC_BUCKET, SCORE_TABLE, LEDGER_TABLE } = localNames;
  return {
    ...connectBuckets({ lake: LAKE_BUCKET, publicBucket: PUBLIC_BUCKET }),
    ...{
      table: connectScoreTable(SCORE_TABLE),
      ledger: connectLedger(LEDGER_TABLE),
      signer: connectSigner(await makeReleaseKey(stateDirectory)),
    },
  };
}

const stateDirectory = await mkdtemp(join(tmpdir(), 'publishing-bench-'));
// No function is called: what follows a release behind its queue is not of it.
const idle = () => Promise.resolve(() => ({ statusCode: 500 }));
const pipeline = await startPipeline({ stateDirectory, signingKey, loadHandler: idle });
try {
  const { packs, paths } = await drawPacks();
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P01-2025');
  await round.receive('P46-2025');
  await round.close();
  for (let number = 1; number <= Math.max(...measured); number++) {
    if (number > 1) await round.resend('P46-2025', { changes: { awareness: `0.${100 + number}` } });
    const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;
    const run = await round.run(number > 1 ? { reason } : {});
    if (whole.has(number)) await layPages(engines, run);
    const before = { ...counted, cpu: process.cpuUsage(), at: performance.now() };
    await round.publish(run);
    if (!measured.includes(number)) continue;
    const { user, system } = process.cpuUsage(before.cpu);
    console.log(
      JSON.stringify({
        ...{ release: `r${number}`, pages: paths.length * languages.length },
        ...{ s3_requests: counted.s3 - before.s3, dynamodb_requests: counted.dynamodb - before.dynamodb },
        ...{ cpu_ms: Math.round((user + system) / 1000), ms: Math.round(performance.now() - before.at) },
      }),
    );
  }

  async function layPages({ lake }: Engines, run: string): Promise<void> {
    for (const [part, pack] of packs.entries()) await putObject(lake, sitePartKey(run, part), pack);
    await keepSitePlan(lake, run, { extent: 'all', parts: packs.length, paths });
  }
} finally {
  await pipeline.close();
  await rm(stateDirectory, { recursive: true, force: true });
}
