import type { PeriodState } from '../ledger/fold-period.ts';
import type { Receipt } from '../ledger/fold-unit.ts';
import type { UnitInPeriod } from '../ledger/read-ledger.ts';
import { isAccepted, isInTime } from '../ledger/standing.ts';

/** An upload that changes nothing of a release, and why. */
export interface UncountedUpload {
  unit_id: string;
  unit_name_vi: string;
  /** *Lần gửi n* of the unit. */
  receipt: number;
  received_at: string;
  why: 'unanswered' | 'rejected' | 'after_closing' | 'uncertified' | 'superseded';
}

/** Uploads from an instant on that count for nothing: told to whoever releases, they block nobody. */
export const notCountedSince = (
  instant: string,
  period: PeriodState,
  units: readonly UnitInPeriod[],
  nameOf: (unitId: string) => string,
): UncountedUpload[] =>
  units.flatMap((one) =>
    one.unit.receipts.flatMap((receipt): UncountedUpload[] => {
      const why = receipt.at < instant ? null : whyNot(receipt, one, period);
      if (why === null) return [];
      const { unit_id } = one;
      return [{ unit_id, unit_name_vi: nameOf(unit_id), receipt: receipt.receipt, received_at: receipt.at, why }];
    }),
  );

/** Null: it counts. */
function whyNot(
  receipt: Receipt,
  { unit_id, standing }: UnitInPeriod,
  period: PeriodState,
): UncountedUpload['why'] | null {
  if (receipt.answer === null) return 'unanswered';
  if (!isAccepted(receipt)) return 'rejected';
  if (!isInTime(receipt.at, period, unit_id)) return 'after_closing';
  if (receipt.receipt === standing.current?.receipt) return null;
  const isUncertified = period.terms.certification === 'required' && receipt.certified === null;
  return isUncertified ? 'uncertified' : 'superseded';
}
