import { requireOfUnit } from '../../shared/http/enter.ts';
import { keyReusedByUnit } from '../../shared/http/key-reused.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { isUnclosedFor, standingOf } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import {
  type FeedbackDocument,
  feedbackSha256,
  writeFeedback,
} from '../../shared/submission/appraisal/feedback-document.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';

export interface RecordFeedbackInput extends UnitOf {
  indicator: string;
  text_vi: string;
  /** What proves it: number, date, issuer. */
  evidence_vi?: string | undefined;
  /** What the entry follows from: `key/<Idempotency-Key>`, `request/<request id>`. */
  cause: string;
}

export interface RecordFeedbackDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface FeedbackAnswer extends FeedbackDocument {
  /** When it was given, UTC. */
  at: string;
}

/** The unit's one answer to the appraisal of an indicator, before the period is closed for it. The appraiser decides again. */
export async function recordFeedback(
  { cause, ...given }: RecordFeedbackInput,
  caller: Caller,
  deps: RecordFeedbackDeps,
): Promise<FeedbackAnswer> {
  requireOfUnit(caller, given, 'officer');
  const actor = await actorOf(deps.table, caller);
  const { entry } = await appendToUnit(deps, given, {
    cause,
    decide: async (entries) => {
      const figures_sha256 = await requireAnswerable(given, entries, deps);
      const document = documentOf(given, figures_sha256);
      const about = {
        indicator: given.indicator,
        figures_sha256,
        feedback_sha256: await writeFeedback(deps.lake, document),
      };
      return { kind: 'feedback', at: deps.now().toISOString(), ...actor, about };
    },
  });
  return answerOf(entry, given);
}

type Given = Omit<RecordFeedbackInput, 'cause'>;

const documentOf = (
  { group, period, unit_id, indicator, text_vi, evidence_vi }: Given,
  figures_sha256: string,
): FeedbackDocument => ({
  group,
  period,
  unit_id,
  figures_sha256,
  indicator,
  text_vi,
  evidence_vi: evidence_vi ?? null,
});

/** The figures that were appraised. Asked of the chain that the entry will follow. */
async function requireAnswerable(
  { group, period, unit_id, indicator }: Given,
  entries: readonly UnitEntry[],
  { ledger, lake }: RecordFeedbackDeps,
): Promise<string> {
  const state = await requirePeriod(ledger, group, period);
  requireUnclosed(isUnclosedFor(state, unit_id), { group, period, unit_id });
  const unit = foldUnit(entries);
  if (unit.feedback.some((one) => one.indicator === indicator))
    throw feedbackGiven(await namedIn(lake, state.terms, indicator));
  const decision = standingOf(unit, state, unit_id).decisions.get(indicator);
  if (!decision) throw notAppraised(await namedIn(lake, state.terms, indicator));
  return decision.figures_sha256;
}

/** What the officer knows it by, and its code. */
interface Named {
  indicator: string;
  label: string;
}

async function namedIn(lake: Bucket, terms: PeriodTerms, indicator: string): Promise<Named> {
  const { indicators } = await readPeriodFramework(lake, terms);
  const known = indicators.find((one) => one.indicator === indicator);
  return { indicator, label: known ? `“${known.name_vi}” (${indicator})` : `mã ${indicator}` };
}

const feedbackGiven = ({ indicator, label }: Named) =>
  new Problem(
    409,
    'feedback-given',
    `Đơn vị đã có ý kiến về chỉ số ${label}; mỗi chỉ số chỉ một lần. Người thẩm định sẽ xem ý kiến đó.`,
    `The unit has answered on ${indicator} already; it may once.`,
  );

const notAppraised = ({ indicator, label }: Named) =>
  new Problem(
    409,
    'not-appraised',
    `Chỉ số ${label} chưa có điểm thẩm định đối với số liệu hiện hành của đơn vị nên chưa có gì để cho ý kiến; đề nghị chờ kết quả thẩm định.`,
    `There is no appraisal of ${indicator} for the unit's current figures to answer to.`,
  );

/** The same request again gets the same answer; a key that was used for anything else is refused. */
function answerOf(entry: UnitEntry | null, given: Given): FeedbackAnswer {
  if (entry?.kind === 'feedback') {
    const document = documentOf(given, entry.about.figures_sha256);
    if (feedbackSha256(document) === entry.about.feedback_sha256) return { ...document, at: entry.at };
  }
  throw keyReusedByUnit();
}
