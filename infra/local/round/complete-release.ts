import type { PeriodView } from '../../../shared/ledger/describe-period.ts';
import type { Pipeline } from '../pipeline.ts';
import { ApiRefusal, callApi } from './call-api.ts';
import { releaser } from './close-round.ts';

/**
 * The newest release of a period, completed where it was cut off; null: there is none. A period that has been released is
 * left as people have made it since: it is neither sent to, closed nor run again.
 */
export async function completeRelease(
  { group, period }: { group: string; period: string },
  pipeline: Pipeline,
): Promise<string | null> {
  const token = await pipeline.issueToken(releaser);
  const listed = await callApi<{ periods: { period: string }[] }>(
    pipeline.url,
    token,
    `GET /v1/me/periods?group=${group}`,
  );
  if (!listed.periods.some((one) => one.period === period)) return null;
  const { releases } = await callApi<PeriodView>(pipeline.url, token, `GET /v1/periods/${group}/${period}`);
  const newest = releases.at(-1);
  if (!newest) return null;
  await callApi(pipeline.url, token, 'POST /v1/releases', { run_id: newest.run_id }).catch(leaveToOthers);
  return newest.release;
}

/** Made by hand, it may be one that this person had a part in: then somebody else completes it. */
function leaveToOthers(error: unknown): void {
  if (!(error instanceof ApiRefusal)) throw error;
}
