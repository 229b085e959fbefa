import { parseArgs } from 'node:util';
import { formatDate } from '../../../shared/format/format-date.ts';
import { lastDayOf, parsePeriod, periodNamedVi } from '../../../shared/periods/period.ts';
import { isPeriodOver } from '../../../shared/periods/period-over.ts';
import type { Run } from '../../../shared/release/runs.ts';
import type { Pipeline } from '../pipeline.ts';
import { makeReleaseKey } from '../release-key.ts';
import {
  closeRound,
  type ReceivedRound,
  type Round,
  receiveRound,
  releaseRound,
  runRound,
} from '../round/close-round.ts';
import { fetchRelease } from '../round/fetch-release.ts';
import { readWorkbooks, removeRelease, writeFiles } from '../round/files-on-disk.ts';
import { loadSigningKey, stateDirectory as ownState } from '../signing-key.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { withPipeline } from '../with-pipeline.ts';
import { knownFolder, knownFramework, knownGroup, knownPeriod, requireServed } from './known-options.ts';
import { required, runCommand } from './run-command.ts';
import { endProgress, showFinding, showProgress } from './show.ts';

/** Exit statuses of the command, as its users' scripts know them. */
const status = {
  released: 0,
  releasedWithRejections: 3,
  nothingAccepted: 4,
  stoppedByCheck: 5,
  periodNotOver: 6,
  fault: 1,
} as const;

const usage = 'npm run close-period -- --group G --period P --framework ID|DIR --submissions DIR --out DIR';

async function closePeriod(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { group: text, period: text, framework: text, submissions: text, out: text };
  const { values } = parseArgs({ args, options });
  const framework = await knownFramework(values.framework);
  const group = knownGroup(values.group);
  requireServed({ framework, group });
  const period = knownPeriod(values.period);
  const files = await readWorkbooks(await knownFolder(values.submissions, '--submissions'));
  const round = { group, period, framework, files };
  const out = required(values.out, '--out');
  if (!isPeriodOver(period, new Date())) return reportUnderWay(period);
  return withTemporaryPipeline((pipeline) => closeInto(out, round, pipeline));
}

/** Before anything is sent: such a period could not be released. */
function reportUnderWay(period: string): number {
  const lastDay = lastDayOf(parsePeriod(period));
  console.error(
    `Kỳ ${periodNamedVi(period)} chưa kết thúc (hết ngày ${formatDate(lastDay)} mới kết thúc), nên chưa công bố được; chưa gửi tệp nào. / ` +
      `${period} is not over before the end of ${lastDay}; nothing was sent.`,
  );
  return status.periodNotOver;
}

const withTemporaryPipeline = (work: (pipeline: Pipeline) => Promise<number>): Promise<number> =>
  withTemporaryFolder('dti-close-', async (stateDirectory) => {
    const keys = { signingKey: await loadSigningKey(), releaseKey: await makeReleaseKey(ownState()) };
    return withPipeline({ stateDirectory, ...keys, pages: 'rankings' }, work);
  });

async function closeInto(out: string, round: Round, pipeline: Pipeline): Promise<number> {
  const received = await receiveRound(round, pipeline, showProgress);
  endProgress();
  await removeRelease(out);
  await writeFiles(out, new Map([['findings.json', findingsFile(received)]]));
  report(received);
  await closeRound(round, pipeline, showProgress);
  const run = await runRound(round, pipeline, showProgress);
  endProgress();
  if (!run) {
    console.log('Không có biểu mẫu nào được tiếp nhận. / Nothing was accepted.');
    return status.nothingAccepted;
  }
  if (run.status === 'failed') return reportFailure(run);
  const release = await releaseRound(run, pipeline, showProgress);
  await writeFiles(out, await fetchRelease(release.release, pipeline));
  endProgress();
  console.log(`Đã công bố ${release.release} vào ${out}`);
  return received.submissions.every((file) => file.accepted) ? status.released : status.releasedWithRejections;
}

function reportFailure(run: Run): number {
  console.error(`Lần tính điểm dừng / run stopped: ${run.failure?.message ?? 'unknown'}`);
  return run.failure?.code.startsWith('SCORES_') ? status.stoppedByCheck : status.fault;
}

function findingsFile({ submissions, missing }: ReceivedRound): Uint8Array {
  const listed = submissions.map(({ current, findings, ...submission }) => ({
    ...submission,
    findings: findings.map(({ rule, severity, sheet, cell, value, message_vi, message_en }) => {
      return { rule, severity, sheet, cell, value, message_vi, message_en };
    }),
  }));
  return new TextEncoder().encode(`${JSON.stringify({ submissions: listed, missing }, null, 2)}\n`);
}

function report({ submissions, missing }: ReceivedRound): void {
  for (const { file, accepted, findings } of submissions) {
    if (accepted) continue;
    console.log(`Bị từ chối / rejected: ${file}`);
    for (const finding of findings) console.log(`  ${showFinding(finding)}`);
  }
  for (const { file, unit_id } of submissions.filter(({ accepted, current }) => accepted && !current)) {
    const newer = submissions.find((other) => other.unit_id === unit_id && other.current)?.file;
    console.log(`Được thay thế / superseded: ${file}, đơn vị ${unit_id} tính theo ${newer}`);
  }
  if (missing.length > 0) console.log(`Chưa nộp / missing: ${missing.join(', ')}`);
}

await runCommand(usage, closePeriod);
