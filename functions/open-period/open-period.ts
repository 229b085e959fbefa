import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { requireRound } from '../../shared/http/enter.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import { describePeriod, type PeriodView } from '../../shared/ledger/describe-period.ts';
import { foldPeriod } from '../../shared/ledger/fold-period.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import type { VersionOf } from '../../shared/score-store/published-frameworks.ts';
import { publishedDocument } from './published-document.ts';
import { readFrameworkFor } from './read-framework-for.ts';
import { requireOwnVersion } from './require-own-version.ts';
import { requireSameTerms } from './require-same-terms.ts';

export interface OpenPeriodInput {
  group: string;
  period: string;
  /** The framework as one document, so that one that nobody has published works like any other; or the version of one. */
  framework: string | VersionOf;
  /** Last day for sending, `YYYY-MM-DD`. */
  deadline?: string | undefined;
  /** What every page and report of the period must say before its first figure. */
  notice_vi?: string | undefined;
  /** Only what the unit's certifier has certified counts; absent: what was accepted does. */
  certification?: 'required' | undefined;
  /** Files that a unit may send in one day. */
  receipts_per_day?: number | undefined;
  requestId: string;
}

export interface OpenPeriodDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** Opens a period of a group under a framework. Again with the same terms nothing happens; with others it is refused. */
export async function openPeriod(input: OpenPeriodInput, caller: Caller, deps: OpenPeriodDeps): Promise<PeriodView> {
  requireRound(caller, input, 'publisher');
  const document =
    typeof input.framework === 'string' ? input.framework : await publishedDocument(input.framework, deps);
  const framework = readFrameworkFor({ ...input, framework: document });
  const by = await actorOf(deps.table, caller);
  // Before the entry: a chain never names a framework that is not there.
  await putObjectOnce(deps.lake, frameworkKey(framework.sha256), frameworkDocument(framework), {
    contentType: 'application/json',
  });
  const about = termsOf(input, framework);
  const { entries } = await appendToPeriod(deps, input, {
    cause: `request/${input.requestId}`,
    decide: async (known) => {
      const opened = foldPeriod(known);
      if (!opened) {
        await requireOwnVersion(framework, deps.table);
        return { kind: 'opened', at: deps.now().toISOString(), ...by, about };
      }
      requireSameTerms(input, about, opened.terms);
      return null;
    },
  });
  return describePeriod(input, foldPeriod(entries)!, deps.now());
}

const termsOf = (input: OpenPeriodInput, framework: Framework): PeriodTerms => ({
  framework_id: framework.framework_id,
  framework_version: framework.version,
  framework_sha256: framework.sha256,
  ...(input.deadline === undefined ? {} : { deadline_at: endOfDayInVietnam(input.deadline) }),
  ...(input.notice_vi === undefined ? {} : { notice_vi: input.notice_vi.normalize('NFC') }),
  ...(input.certification === undefined ? {} : { certification: input.certification }),
  ...(input.receipts_per_day === undefined ? {} : { receipts_per_day: input.receipts_per_day }),
});
