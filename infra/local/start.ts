import { join } from 'node:path';
import { openAssets } from '../../functions/draw-pages/open-assets.ts';
import { formatDate } from '../../shared/format/format-date.ts';
import { formatDecimal } from '../../shared/format/format-decimal.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { publishedEn, publishedVi } from '../../shared/release/published/published-words.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { groupNameVi, unitNameVi } from '../../shared/units/names.ts';
import { publicStores } from './commands/published-options.ts';
import { runCommand, UsageError } from './commands/run-command.ts';
import { endProgress, showProgress } from './commands/show.ts';
import { localNames } from './names.ts';
import type { Pipeline } from './pipeline.ts';
import { siteFolder } from './public-site.ts';
import { makeReleaseKey } from './release-key.ts';
import { closeRound, receiveRound, releaseRound, runRound } from './round/close-round.ts';
import { completeRelease } from './round/complete-release.ts';
import { fetchRelease } from './round/fetch-release.ts';
import { writeFiles } from './round/files-on-disk.ts';
import { halfWay, leaveHalfWay } from './round/half-way-round.ts';
import { publishIllustrativeRounds } from './round/illustrative-rounds.ts';
import { loadPublished } from './round/load-published.ts';
import { makeWorkbooks } from './round/made-workbooks.ts';
import { placePublished } from './round/place-published.ts';
import { loadSigningKey, stateDirectory } from './signing-key.ts';
import { withPipeline } from './with-pipeline.ts';

const usage = 'npm start [-- --exit | --exit=all]   (PORT=8080)';
const round = { group: 'province34', period: '2024' } as const;

/** Boots the pipeline on this machine, puts the real 2024 round through it and stays up. */
async function start(args: string[]): Promise<number> {
  const stopsAfter = readExit(args);
  const stop = interrupted();
  const began = performance.now();
  const state = stateDirectory();
  const signingKey = await loadSigningKey(state);
  const port = readPort(process.env.PORT || '8080');
  const releaseKey = await makeReleaseKey(state);
  const options = { stateDirectory: join(state, 'pipeline'), port, signingKey, releaseKey, portal: portalPorts(port) };
  return withPipeline(options, (pipeline) => serve(pipeline, { began, state, signingKey, stopsAfter, stop }));
}

interface Serving {
  began: number;
  state: string;
  signingKey: Uint8Array;
  stopsAfter: ReturnType<typeof readExit>;
  /** Resolves on Ctrl+C. */
  stop: Promise<void>;
}

async function serve(pipeline: Pipeline, { began, state, signingKey, stopsAfter, stop }: Serving): Promise<number> {
  console.log(`Hệ thống đã chạy / engines up: ${seconds(began)} s`);
  // First, because the pages of the round tell the history of its units.
  await loadBefore();
  const release = (await completeRelease(round, pipeline)) ?? (await publishRound(pipeline, signingKey));
  const out = join(state, 'releases', release);
  const files = await fetchRelease(release, pipeline);
  await writeFiles(out, files);
  report(pipeline, release, JSON.parse(new TextDecoder().decode(files.get('scoreboard.json'))), out);
  await placeBefore(pipeline, state);
  console.log(`Xong sau / done in ${seconds(began)} s`);
  if (stopsAfter !== 'round') await Promise.race([stop, loadMore(pipeline, signingKey)]);
  if (stopsAfter === null) {
    console.log('Đang phục vụ; Ctrl+C để dừng. / Serving; Ctrl+C stops.');
    await stop;
  }
  return 0;
}

/** The portal next to the public site, its sign-in next to that; 0: free ones. */
const portalPorts = (port: number) =>
  port === 0 ? { port: 0, signInPort: 0 } : { port: port + 1, signInPort: port + 2 };

/** Node would refuse it in words of its own, or take `8081x` for 8081. */
function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= lastPort) return Number(text);
  throw new UsageError(
    `PORT=${text}: đề nghị ghi một số đến ${lastPort}; 0 là cổng trống bất kỳ`,
    `write a number up to ${lastPort}; 0 takes a free one`,
  );
}

/** Two more follow it. */
const lastPort = 65_533;

/** `--exit`: after the 2024 round; `--exit=all`: after the illustrative ones too; null: stays up. */
function readExit(args: string[]): 'round' | 'all' | null {
  const [arg, ...others] = args;
  if (others.length > 0 || !(arg === undefined || arg === '--exit' || arg === '--exit=all')) {
    throw new UsageError(`không hiểu: ${args.join(' ')}`, 'not understood');
  }
  return arg === undefined ? null : arg === '--exit' ? 'round' : 'all';
}

/** The rounds before: tables published elsewhere, which this pipeline keeps and did not compute. */
async function loadBefore(): Promise<void> {
  const { PUBLIC_BUCKET, SCORE_TABLE } = localNames;
  const releases: string[] = [];
  for await (const { release } of loadPublished(publicStores(PUBLIC_BUCKET, SCORE_TABLE))) releases.push(release);
  console.log(`Các năm trước / years before: ${releases.join(', ')} · ${publishedVi} / ${publishedEn}`);
}

/** Their pages come after those that somebody waits for. */
async function placeBefore({ url }: Pipeline, state: string): Promise<void> {
  const { PUBLIC_BUCKET, SCORE_TABLE } = localNames;
  const assets = await openAssets(siteFolder(join(state, 'pipeline')))();
  await placePublished({ ...publicStores(PUBLIC_BUCKET, SCORE_TABLE), origin: url, assets });
}

async function loadMore(pipeline: Pipeline, signingKey: Uint8Array): Promise<void> {
  await loadHalfWay(pipeline, signingKey);
  await loadIllustrative(pipeline, signingKey);
}

/** Something for everybody who signs in to do. */
async function loadHalfWay(pipeline: Pipeline, signingKey: Uint8Array): Promise<void> {
  const left = await leaveHalfWay(pipeline, signingKey, showProgress);
  endProgress();
  const round = `${groupNameVi(halfWay.group)}, ${periodNamedVi(halfWay.period)}`;
  const portal = `${pipeline.portalUrl}/`;
  if (!left) return console.log(`\n[minh họa] ${round}: đang mở / open · ${portal}`);
  const { missing, rejected, uncertified, inQuestion, deadline } = left;
  console.log(`\n[minh họa] ${round}: đang mở, hạn ${deadline && formatDate(deadline)} / open, half-way · ${portal}
  ${missing} đơn vị chưa nộp · bị từ chối / rejected: ${rejected.map((unit) => `${unitNameVi(unit)} (${unit})`).join(', ')}
  chờ lãnh đạo xác nhận / uncertified: ${unitNameVi(uncertified)} (${uncertified}) · có câu hỏi / in question: ${unitNameVi(inQuestion)} (${inQuestion})`);
}

/** The made-up rounds come behind the real one; what is served does not wait for them. */
async function loadIllustrative(pipeline: Pipeline, signingKey: Uint8Array): Promise<void> {
  console.log('\nĐang nạp số liệu minh họa (không đơn vị nào kê khai). / Loading illustrative rounds.');
  for await (const { release, received } of publishIllustrativeRounds(pipeline, signingKey, showProgress)) {
    endProgress();
    const address = `${pipeline.url}/${releaseKey(release, '')}`;
    const story = received ? `${received.rejected} tệp bị từ chối · ${received.missing} đơn vị chưa nộp` : 'đã công bố';
    console.log(`[minh họa] ${release} · ${story} · ${address}`);
  }
}

async function publishRound(pipeline: Pipeline, signingKey: Uint8Array): Promise<string> {
  const { framework, files } = await makeWorkbooks(round.group, signingKey, showProgress);
  const received = await receiveRound({ ...round, framework, files }, pipeline, showProgress);
  const rejected = received.submissions.filter((file) => !file.accepted);
  if (rejected.length > 0) throw new Error(`rejected: ${rejected.map(({ file }) => file).join(', ')}`);
  await closeRound(round, pipeline, showProgress);
  const run = await runRound(round, pipeline, showProgress);
  if (run?.status !== 'ready' && run?.status !== 'released')
    throw new Error(run?.failure?.message ?? 'nothing accepted');
  const { release } = await releaseRound(run, pipeline, showProgress);
  endProgress();
  return release;
}

function report(pipeline: Pipeline, release: string, scoreboard: Scoreboard, out: string): void {
  console.log(`\n${release} · ${scoreboard.group_name_vi} · ${scoreboard.framework.title_vi}\n`);
  for (const unit of scoreboard.units.slice(0, 10)) {
    const value = formatDecimal(unit.scores[scoreboard.index]?.value ?? '');
    console.log(`${String(unit.rank).padStart(4)}  ${unit.unit_name_vi.padEnd(20)} ${value}`);
  }
  console.log(`
Trang công bố / page      ${pipeline.url}/
Cổng báo cáo / portal     ${pipeline.portalUrl}/
JSON, CSV, Excel          ${pipeline.url}/v1/scoreboard/${round.group}/${round.period}
Báo cáo / report          ${pipeline.url}/${releaseKey(release, 'ranking.xlsx')}
OpenAPI                   ${pipeline.url}/v1/openapi.json
Tệp của đợt / files       ${out}

Vào cổng: bấm Đăng nhập, chọn đơn vị hoặc người của cơ quan chủ trì. Đơn vị nào đang có việc, xem ở dòng kỳ đang mở bên dưới.
Sign in there as a unit's officer or head (those with something to do are named below, by the open period), as appraiser, publisher, second publisher or operator.

Mã đăng nhập cho curl, chỉ có trên máy này / tokens for curl, on this machine only:
${signIns(pipeline.url).join('\n')}`);
}

/** Whom to be: each address answers with a token for `Authorization: Bearer`. */
const signIns = (url: string): string[] =>
  [
    ['Cán bộ báo cáo / officer', 'sub=officer.P01-2025&role=officer&unit=P01-2025'],
    ['Lãnh đạo đơn vị / certifier', 'sub=certifier.P01-2025&role=certifier&unit=P01-2025'],
    ['Người thẩm định / appraiser', 'sub=appraiser&role=appraiser'],
    ['Người công bố / publisher', 'sub=publisher&role=publisher'],
    ['Người công bố thứ hai / second', 'sub=publisher-2&role=publisher'],
    ['Người vận hành / operator', 'sub=operator&role=operator'],
  ].map(([who, query]) => `  ${who!.padEnd(30)} ${url}/dev/token?${query}`);

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** Heard from the beginning, so that Ctrl+C closes the engines whenever it comes. */
const interrupted = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

await runCommand(usage, start);
