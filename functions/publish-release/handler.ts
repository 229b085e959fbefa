import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { type SignedInEvent, signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { type ScheduledInput, scheduledFunction } from '../../shared/observability/scheduled-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { announceRelease } from './announce-release.ts';
import { lateAfter } from './late-after.ts';
import { publishDue } from './publish-due.ts';
import { publishRelease } from './publish-release.ts';
import { readChecklist } from './read-checklist.ts';
import { withdrawRelease } from './withdraw-release.ts';

const environment = readEnvironment(
  'LAKE_BUCKET',
  'PUBLIC_BUCKET',
  'SCORE_TABLE',
  'LEDGER_TABLE',
  'CODE_VERSION',
  'PUBLIC_ORIGIN',
  'RELEASE_KEY',
);
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET, publicBucket: environment.PUBLIC_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = {
  ...stores,
  tell: tellNotices(stores),
  now: () => new Date(),
  codeVersion: environment.CODE_VERSION,
  origin: environment.PUBLIC_ORIGIN,
  signer: connectSigner(environment.RELEASE_KEY),
};
/** An HTTP call has 30 seconds at the most: what follows the last part of the pages takes a few. */
const latestMs = 25_000;
/** The same, for one call that begins now. */
const timed = () => ({ ...deps, isLate: lateAfter(latestMs) });

const runId = z.string().regex(/^[0-9a-f]{32}$/);
const body = z.strictObject({
  run_id: runId,
  despite: words(1000).optional(),
  public_at: z.iso.datetime({ offset: true }).optional(),
});
const withdrawal = z.strictObject({ run_id: runId, reason: words(1000) });

const answerRequest = signedInFunction(async (event, caller) => {
  queryParameters(event);
  if (event.routeKey.endsWith('/release-checklist'))
    return answer(200, await readChecklist(pathParameters(event, 'run_id').run_id, caller, deps));
  if (event.routeKey.endsWith('/withdraw'))
    return answer(200, await withdrawRelease(readBody(event, withdrawal), caller, deps));
  const { public_at, ...input } = readBody(event, body);
  if (public_at !== undefined) return answer(202, await announceRelease({ ...input, public_at }, caller, deps));
  const release = await publishRelease(input, caller, timed());
  return answer(release.published ? 200 : 202, release);
});

const publishAnnounced = scheduledFunction((at) => publishDue({ ...timed(), now: () => at }));

/** By people, and every minute by the clock. */
export const handler = (event: SignedInEvent | ScheduledInput, context: Context) =>
  'scheduled_at' in event ? publishAnnounced(event, context) : answerRequest(event, context);
