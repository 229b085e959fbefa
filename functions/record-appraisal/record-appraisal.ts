import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireRound } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireAnyUnclosed } from '../../shared/http/require-unclosed.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appraisalFileKey } from '../../shared/lake/keys.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { putObjectOnce } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { checkAppraisals } from '../../shared/submission/appraisal/check-appraisals.ts';
import { readAppraisalRound } from '../../shared/submission/appraisal/read-appraisal-round.ts';
import { type BoundFindings, boundFindings, findingBounds } from '../../shared/submission/bound-findings.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { type RecordAppraisalDeps, type Recording, recordUnit } from './record-unit.ts';
import { requireAppraiser } from './require-appraiser.ts';

export interface RecordAppraisalInput {
  group: string;
  period: string;
  contentType: string | undefined;
  bytes: Uint8Array;
  /** What the entries follow from: `request/<request id>`. */
  cause: string;
}

export interface AppraisalAnswer extends BoundFindings {
  accepted: boolean;
  /** Of the bytes as received. */
  sha256: string;
  /** Decisions that these bytes changed: made, replaced or withdrawn. */
  recorded: number;
}

/** In base64 still below what a function may be handed. */
const maxBytes = 4 * 1024 * 1024;

/** Units recorded at the same time: each has a chain of its own. */
const concurrentUnits = 8;

/**
 * Takes a filled appraisal workbook, all of it or nothing: every row is checked before the first entry, and there is one
 * entry for each unit that it changes. Rows that state what stands already say nothing, so the same bytes again change
 * neither author nor time, and complete what was cut off between two units.
 */
export async function recordAppraisal(
  { contentType, bytes, cause, ...of }: RecordAppraisalInput,
  caller: Caller,
  deps: RecordAppraisalDeps,
): Promise<AppraisalAnswer> {
  const { group, period } = of;
  requireRound(caller, of, 'appraiser');
  requireWorkbook(contentType, bytes);
  const state = await requirePeriod(deps.ledger, group, period);
  requireAnyUnclosed(state, of);
  const key = appraisalFileKey({ group, period, sha256: sha256Of(bytes) });
  await putObjectOnce(deps.raw, key, bytes, { contentType: contentTypeOf(key) });
  const round = await readAppraisalRound(of, state, deps);
  const { bodies } = caller;
  const checked = await checkAppraisals(bytes, round, { signingKey: await deps.signingKey(), openWorkbook, bodies });
  const changed = [...new Set(checked.changes.map(({ answer }) => answer.unit_id))];
  const recording: Recording = { of, checked, actor: await actorOf(deps.table, caller), cause };
  for (const unitId of changed) await requireAppraiser(round.units.get(unitId)!, recording, deps);
  const recorded = await mapConcurrently(changed, concurrentUnits, (unitId) => recordUnit(unitId, recording, deps));
  const later = recorded.flatMap(({ findings }) => findings);
  return {
    accepted: checked.accepted,
    sha256: checked.sha256,
    ...boundFindings(toldFindings(withLater(checked.findings, later)), findingBounds.told),
    recorded: recorded.reduce((sum, { changes }) => sum + changes.length, 0),
  };
}

/** What was told when an entry was written and not yet when the workbook was checked. */
function withLater(findings: Finding[], later: Finding[]): Finding[] {
  const placeOf = ({ rule, sheet, cell }: Finding) => `${rule} ${sheet} ${cell}`;
  const known = new Set(findings.map(placeOf));
  return [...findings, ...later.filter((finding) => !known.has(placeOf(finding)))];
}

function requireWorkbook(contentType = '', { length }: Uint8Array): void {
  if (contentType.split(';', 1)[0]!.trim().toLowerCase() !== contentTypeOf('.xlsx')) {
    throw new Problem(
      415,
      'content-type',
      `Chỉ nhận bảng thẩm định Excel (.xlsx); đề nghị gửi nguyên tệp, với Content-Type ${contentTypeOf('.xlsx')}.`,
      `Send the workbook as ${contentTypeOf('.xlsx')}.`,
    );
  }
  if (length > maxBytes)
    throw new Problem(
      413,
      'file-too-big',
      'Tệp lớn hơn 4 MB. Đề nghị thẩm định và gửi từng đơn vị.',
      'Over 4 MB. Send one unit at a time.',
    );
}
