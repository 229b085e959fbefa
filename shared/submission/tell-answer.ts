import { askedIndicators } from '../frameworks/asked-indicators.ts';
import type { Bucket } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { Receipt, UnitState } from '../ledger/fold-unit.ts';
import { type Accepted, isAccepted, isInTime, isLate, standingOf } from '../ledger/standing.ts';
import { type AnswerDocument, readAnswerDocument } from './answer-document.ts';
import {
  type BoundFindings,
  type BoundObservations,
  boundFindings,
  boundObservations,
  type FindingBound,
  findingBounds,
} from './bound-findings.ts';
import { readFigures } from './figures-document.ts';
import { readPeriodFramework } from './period-framework.ts';
import { readReturn } from './return-document.ts';
import { withdrawnWarnings } from './rules/figure-withdrawn.ts';
import type { Finding } from './submission.ts';
import { timeFindings } from './time-findings.ts';
import { toldFindings } from './told-findings.ts';

/** One receipt with what is said of it now: the first answer, and what follows from the ledger since. */
export interface ToldReceipt extends BoundFindings {
  unit_id: string;
  /** *Lần gửi n* of the unit. */
  receipt: number;
  upload_number: number;
  sha256: string;
  format: Receipt['format'];
  bytes: number;
  /** Rows laid over the submission that it was compared with. */
  partial: boolean;
  file_name: string;
  /** UTC, to the second. */
  received_at: string;
  /** Opaque id of the person, and as what. */
  sent_by: string;
  sent_as: string;
  status: 'received' | 'accepted' | 'rejected';
  /** This is the one a run would take. */
  current: boolean;
  /** Accepted and the newest, and waiting for the unit's certifier. */
  waiting: boolean;
  late: boolean;
  /** False: it came after a closing and is kept only. */
  in_time: boolean;
  certified_at: string | null;
  /** Sent back by the unit's certifier, with words; null: it was not. */
  returned: { at: string; text_vi: string } | null;
  checked_again: { at: string; accepted: boolean }[];
  /** Receipt that it was compared with; null: none. */
  compared_with: number | null;
  declared_unit_id: string | null;
  /** Of a file that came without a unit: under which unit it was accepted or refused; null: it is nobody's. */
  filed_under: string | null;
  framework_sha256: string | null;
}

export interface InPeriod {
  of: UnitOf;
  unit: UnitState;
  period: PeriodState;
}

/** Lateness and the rest are derived here and nowhere else: they move with the ledger, and the answer does not. */
export async function tellReceipt(
  receipt: Receipt,
  { of, unit, period }: InPeriod,
  lake: Bucket,
  bound: FindingBound = findingBounds.told,
): Promise<ToldReceipt> {
  const { current, waiting } = standingOf(unit, period, of.unit_id);
  const document = receipt.answer && (await readAnswerDocument(lake, of, receipt.answer.answer_sha256));
  const findings = document ? await toldOf(document, receipt, { of, unit, period }, lake) : [];
  return {
    unit_id: of.unit_id,
    receipt: receipt.receipt,
    upload_number: receipt.upload_number,
    sha256: receipt.sha256,
    format: receipt.format,
    bytes: receipt.bytes,
    partial: receipt.partial ?? false,
    file_name: document?.file_name ?? '',
    received_at: receipt.at,
    sent_by: receipt.subject,
    sent_as: receipt.role,
    status: receipt.answer === null ? 'received' : receipt.answer.accepted ? 'accepted' : 'rejected',
    current: receipt === current,
    waiting: receipt === waiting,
    late: isLate(receipt.at, period, of.unit_id),
    in_time: isInTime(receipt.at, period, of.unit_id),
    certified_at: receipt.certified?.at ?? null,
    returned: await tellReturned(receipt, of, lake),
    checked_again: receipt.checked_again.map(({ at, accepted }) => ({ at, accepted })),
    compared_with: document?.compared_with ?? null,
    declared_unit_id: document?.declared_unit_id ?? null,
    filed_under: receipt.answer?.filed_under ?? null,
    framework_sha256: document?.framework_sha256 ?? null,
    ...boundFindings(findings, bound, document?.findings_left),
  };
}

async function tellReturned({ returned }: Receipt, of: UnitOf, lake: Bucket): Promise<ToldReceipt['returned']> {
  if (!returned) return null;
  return { at: returned.at, text_vi: (await readReturn(lake, of, returned.return_sha256)).text_vi };
}

/** What the answer says, with what follows from when the file came and from what was accepted since. */
async function toldOf(document: AnswerDocument, receipt: Receipt, told: InPeriod, lake: Bucket): Promise<Finding[]> {
  const isUnlooked =
    isAccepted(receipt) && told.unit.receipts.some((one) => one.answer?.withdrawn?.by === receipt.receipt);
  return [
    ...timeFindings(receipt.at, told.period, told.of.unit_id),
    ...(isUnlooked ? await toldWithdrawn(receipt, told, lake) : []),
    ...toldFindings(document.findings),
  ];
}

/** Figures of smaller upload numbers, accepted later, that this one lacks: nobody has compared the two. */
async function toldWithdrawn(receipt: Accepted, { of, unit, period }: InPeriod, lake: Bucket): Promise<Finding[]> {
  const framework = await readPeriodFramework(lake, period.terms);
  const asked = askedIndicators(framework, of);
  const said = await readFigures(lake, of, receipt.answer.figures_sha256);
  const smaller = unit.receipts.filter(isAccepted).filter(({ answer }) => answer.withdrawn?.by === receipt.receipt);
  const warnings = smaller.map(async ({ receipt: number, answer }) => {
    const { observations } = await readFigures(lake, of, answer.figures_sha256);
    return withdrawnWarnings({ receipt: number, observations }, said, asked);
  });
  return (await Promise.all(warnings)).flat();
}

/** A receipt with the figures that it was accepted with. */
export interface CheckedReceipt extends ToldReceipt, BoundObservations {
  group: string;
  period: string;
  accepted: boolean;
}

export async function tellChecked(receipt: Receipt, told: InPeriod, lake: Bucket): Promise<CheckedReceipt> {
  const { of } = told;
  const figures = isAccepted(receipt) ? await readFigures(lake, of, receipt.answer.figures_sha256) : null;
  return {
    group: of.group,
    period: of.period,
    accepted: receipt.answer?.accepted ?? false,
    ...(await tellReceipt(receipt, told, lake)),
    ...boundObservations(figures?.observations ?? []),
  };
}
