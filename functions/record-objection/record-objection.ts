import { askedIndicators } from '../../shared/frameworks/asked-indicators.ts';
import { requireOfUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requirePreview } from '../../shared/http/require-preview.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Preview } from '../../shared/ledger/fold-period.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { isOpenPreview } from '../../shared/ledger/preview.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { documentSha256, type ObjectionDocument, writeObjection } from '../../shared/release/objection-document.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { keyReused } from './key-reused.ts';

export interface RecordObjectionInput extends UnitOf {
  /** What it is about; absent: the result as a whole. */
  indicator?: string | undefined;
  text_vi: string;
  /** What proves it: number, date, issuer. */
  evidence_vi?: string | undefined;
  /** What the entry follows from. */
  cause: string;
}

export interface RecordObjectionDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface RecordedObjection extends ObjectionDocument {
  /** The n-th of the unit. */
  objection: number;
  at: string;
}

/**
 * What a unit objects to the result it was shown, until the day that the ministry gave: once on each indicator and once on
 * the whole, of each run that is shown. Nothing is released while it waits for an answer.
 */
export async function recordObjection(
  { cause, ...given }: RecordObjectionInput,
  caller: Caller,
  deps: RecordObjectionDeps,
): Promise<RecordedObjection> {
  requireOfUnit(caller, given, 'officer', 'certifier');
  const actor = await actorOf(deps.table, caller);
  const { entries, entry } = await appendToUnit(deps, given, {
    cause,
    decide: async (known) => {
      const document = documentOf(given, await requireObjectable(given, known, deps));
      const { run_id, indicator } = document;
      const about = { run_id, ...(indicator === null ? {} : { indicator }) };
      const objection_sha256 = await writeObjection(deps.lake, document);
      return { kind: 'objection', at: deps.now().toISOString(), ...actor, about: { ...about, objection_sha256 } };
    },
  });
  return answerOf(entry, entries, given);
}

type Given = Omit<RecordObjectionInput, 'cause'>;

function documentOf({ group, period, unit_id, indicator, text_vi, evidence_vi }: Given, run_id: string) {
  const about = { group, period, unit_id, run_id, indicator: indicator ?? null };
  return { ...about, text_vi, evidence_vi: evidence_vi ?? null } satisfies ObjectionDocument;
}

/** The run that was shown. Asked of the chain that the entry will follow. */
async function requireObjectable(
  given: Given,
  entries: readonly UnitEntry[],
  { ledger, lake, now }: RecordObjectionDeps,
): Promise<string> {
  const state = await requirePeriod(ledger, given.group, given.period);
  const preview = requirePreview(state, given);
  requireInTime(preview, now());
  const { run_id } = preview;
  const before = foldUnit(entries).objections.filter((one) => one.run_id === run_id);
  if (before.some(({ indicator }) => indicator === given.indicator)) throw objectionGiven(given.indicator);
  const asked = askedIndicators(await readPeriodFramework(lake, state.terms), given);
  const isAsked = asked.some(({ indicator }) => indicator === given.indicator);
  if (given.indicator !== undefined && !isAsked) throw indicatorUnknown(given.indicator);
  return run_id;
}

function requireInTime(preview: Preview, now: Date): void {
  if (isOpenPreview(preview, now)) return;
  throw new Problem(
    409,
    'preview-over',
    'Đã hết hạn nêu ý kiến về kết quả dự kiến; đề nghị liên hệ cơ quan chủ trì nếu cần.',
    'The day for objections is past.',
  );
}

const objectionGiven = (indicator: string | undefined) =>
  new Problem(
    409,
    'objection-given',
    `Đơn vị đã nêu ý kiến về ${indicator === undefined ? 'kết quả chung' : `chỉ số ${indicator}`} đối với kết quả dự kiến này; mỗi nội dung một lần.`,
    'The unit has objected to this already; it may once on each indicator and once on the whole.',
  );

const indicatorUnknown = (indicator: string) =>
  new Problem(
    422,
    'indicator-unknown',
    `Đơn vị không được giao chỉ số "${indicator}" trong kỳ này; đề nghị kiểm tra lại mã chỉ số.`,
    `The unit is not asked for indicator "${indicator}".`,
  );

/** The same request again gets the same answer; a key that was used for anything else is refused. */
function answerOf(entry: UnitEntry | null, entries: readonly UnitEntry[], given: Given): RecordedObjection {
  if (entry?.kind === 'objection') {
    const document = documentOf(given, entry.about.run_id);
    const objection = entries.filter(({ kind, number }) => kind === 'objection' && number <= entry.number).length;
    if (documentSha256(document) === entry.about.objection_sha256) return { ...document, objection, at: entry.at };
  }
  throw keyReused();
}
