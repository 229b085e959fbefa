import type { RawKey } from '../../shared/lake/keys.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { boundFindings, findingBounds } from '../../shared/submission/bound-findings.ts';
import { checkArrived, readComparedFigures } from '../../shared/submission/check-arrived.ts';
import type { ReceiveDeps } from '../../shared/submission/receive-submission.ts';
import { timeFindings } from '../../shared/submission/time-findings.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import type { ValuesAnswer } from './submit-values.ts';

interface Judged {
  key: RawKey;
  bytes: Uint8Array;
  partial: boolean;
}

/** What would be answered if it were sent now; nothing is kept, and no number given out. */
export async function judgeOnly(
  { key, bytes, partial }: Judged,
  period: PeriodState,
  deps: ReceiveDeps,
): Promise<ValuesAnswer> {
  const { unit_id } = key;
  const of = { group: key.group, period: key.period, unit_id };
  const upload_number = Number.MAX_SAFE_INTEGER;
  const current = await readComparedFigures(of, await readUnit(deps.ledger, of), { upload_number }, deps);
  const arrival = { upload_number, cause: 'dry-run', file_name: '', subject: '', role: '', partial };
  const { checked } = await checkArrived({ key, bytes, arrival }, of, current, deps);
  const { accepted, sha256 } = checked;
  const findings = [...timeFindings(deps.now().toISOString(), period, unit_id), ...toldFindings(checked.findings)];
  return { accepted, unit_id, sha256, receipt: null, ...boundFindings(findings, findingBounds.told) };
}
