import { requireOfUnit } from '../../shared/http/enter.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner } from '../../shared/http/require-caller.ts';
import { requireIndicator } from '../../shared/http/require-indicator.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import { takeEvidenceNumber } from '../../shared/http/take-evidence-number.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { type Evidence, foldUnit, type UnitState } from '../../shared/ledger/fold-unit.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { isUnclosedFor } from '../../shared/ledger/standing.ts';
import type { EvidenceSent } from '../../shared/ledger/unit-entry.ts';
import { readEvidence, writeEvidence } from '../../shared/submission/evidence/file/evidence-document.ts';
import { isSameEvidence } from '../../shared/submission/evidence/file/same-evidence.ts';
import { type ToldEvidence, tellEvidence } from '../../shared/submission/evidence/file/tell-evidence.ts';

export interface ReuseEvidenceInput extends UnitOf {
  sha256: string;
  /** Where the unit sent the file; this very period, for another indicator, too. */
  from_period: string;
  from_group?: string | undefined;
  /** What it proves here; absent: several indicators, or none in particular. */
  indicator?: string | undefined;
  /** What makes two requests one. */
  cause: string;
}

export interface ReuseEvidenceDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** Takes a file that the unit sent before as evidence of this period: a new entry about the same bytes, which stay where they are. */
export async function reuseEvidence(
  input: ReuseEvidenceInput,
  caller: Caller,
  deps: ReuseEvidenceDeps,
): Promise<ToldEvidence> {
  const { group, period: periodId, unit_id, sha256, indicator } = input;
  requireOfUnit(caller, input, 'officer', 'publisher');
  const from = { group: input.from_group ?? group, period: input.from_period, unit_id };
  requireMember(unit_id, from.group, from.period);
  requireOwner(caller, from.group);
  const period = await requirePeriod(deps.ledger, group, periodId);
  requireUnclosed(isUnclosedFor(period, unit_id), input);
  await requireIndicator(indicator, period, deps.lake);
  const source = requireSource(await readUnit(deps.ledger, from), sha256);
  const of = { group, period: periodId, unit_id };
  const known = findStanding(await readUnit(deps.ledger, of), input);
  return tellEvidence(known ?? (await append(of, { from, source, input }, caller, deps)), of, deps.lake);
}

function requireSource({ evidence }: UnitState, sha256: string): Evidence {
  const found = evidence.findLast((one) => one.sha256 === sha256 && one.type !== null);
  if (found) return found;
  throw new Problem(
    404,
    'evidence-unknown',
    'Đơn vị không có tệp tài liệu kiểm chứng này trong kỳ đã nêu, hoặc tệp không được tiếp nhận.',
    'The unit has no such file of evidence in the period named, or it was refused.',
  );
}

/** It proves this already: nothing new happened. */
const findStanding = ({ evidence }: UnitState, proves: ReuseEvidenceInput): Evidence | null =>
  evidence.find(isSameEvidence(proves)) ?? null;

interface Reuse {
  from: UnitOf;
  source: Evidence;
  input: ReuseEvidenceInput;
}

async function append(of: UnitOf, reuse: Reuse, caller: Caller, deps: ReuseEvidenceDeps): Promise<Evidence> {
  const { input } = reuse;
  const { entry, entries } = await appendToUnit(deps, of, {
    cause: `reuse/${input.cause}`,
    decide: (entries) => (findStanding(foldUnit(entries), input) ? null : draft(of, reuse, caller, deps)),
  });
  const { sha256 } = (entry as EvidenceSent | null)?.about ?? input;
  const standing = findStanding(foldUnit(entries), input);
  if (standing && sha256 === input.sha256) return standing;
  throw new Problem(
    422,
    'idempotency-key-reused',
    'Idempotency-Key này đã dùng cho yêu cầu khác. Đề nghị dùng khóa mới.',
    'This Idempotency-Key came with another request before; take a new one.',
  );
}

async function draft(
  of: UnitOf,
  { from, source, input }: Reuse,
  caller: Caller,
  { lake, table, now }: ReuseEvidenceDeps,
): Promise<Draft<EvidenceSent>> {
  const at = now().toISOString();
  const { sha256, bytes, type } = source;
  const upload_number = await takeEvidenceNumber(table, of, now());
  const { version_id, file_name, sent_for } = await readEvidence(lake, from, source.evidence_sha256);
  const isElsewhere = from.group !== of.group || from.period !== of.period;
  const origin = sent_for ?? (isElsewhere ? { group: from.group, period: from.period } : undefined);
  const evidence_sha256 = await writeEvidence(lake, {
    ...{ ...of, upload_number, indicator: input.indicator ?? null, sha256, bytes, type, file_name, version_id },
    ...(origin ? { sent_for: origin } : {}),
    ...{ received_at: at, findings: [] },
  });
  const reused_from = { group: from.group, period: from.period, upload_number: source.upload_number };
  const about = { upload_number, sha256, bytes, type, reused_from, evidence_sha256 };
  return {
    kind: 'evidence',
    ...(await actorOf(table, caller)),
    at,
    about: { ...about, ...(input.indicator === undefined ? {} : { indicator: input.indicator }) },
  };
}
