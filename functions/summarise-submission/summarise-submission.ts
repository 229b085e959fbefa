import { askedIndicators } from '../../shared/frameworks/asked-indicators.ts';
import { enterUnit } from '../../shared/http/enter.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { isAccepted } from '../../shared/ledger/standing.ts';
import { releaseLabelVi } from '../../shared/release/release-name.ts';
import { readFigures } from '../../shared/submission/figures-document.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { readReleasedFigures } from '../../shared/submission/released-figures.ts';
import { type SelfMeasure, scoreSelf } from '../../shared/submission/self-score.ts';
import { type CheckedReceipt, type InPeriod, tellChecked } from '../../shared/submission/tell-answer.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { type Hindrance, keepsFrom } from './keeps-from.ts';
import { findMovers, type Mover } from './movers.ts';
import { type WarningLeft, warningsLeft } from './warnings-left.ts';

export interface SummariseDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

type Told = Pick<
  CheckedReceipt,
  | 'receipt'
  | 'sha256'
  | 'file_name'
  | 'received_at'
  | 'sent_as'
  | 'status'
  | 'current'
  | 'waiting'
  | 'late'
  | 'in_time'
  | 'certified_at'
  | 'returned'
>;

/** One receipt as the head of the unit looks at it: what will be counted, and what is still to be said of it. */
export interface SubmissionSummary extends UnitOf, Told {
  unit_name_vi: string;
  /** The period asks for a certification: without it nothing of the receipt counts. */
  certification: 'required' | null;
  /** What keeps the caller from certifying it now; null: nothing does. */
  kept_from: Hindrance | null;
  errors: number;
  warnings: WarningLeft[];
  /** What was declared of what counts; null unless accepted. */
  score: SummaryScore | null;
}

export interface SummaryScore {
  answered: number;
  asked: number;
  /** Indicators with evidence beside a figure, and files of evidence that were taken. */
  with_evidence: number;
  evidence_files: number;
  /** Total first where the framework publishes one, then the main indices. */
  measures: SelfMeasure[];
  /** `r1 năm 2024`; null: there is no release to compare with. */
  compared_with_vi: string | null;
  /** Value of the total there; null: it had none. */
  value_before: string | null;
  movers: Mover[];
  /** That moved less, and are not listed. */
  more_movers: number;
}

/** For the certifier; the officer sees the same. */
export async function summariseSubmission(
  { receipt: n, ...of }: UnitOf & { receipt: string },
  caller: Caller,
  deps: SummariseDeps,
): Promise<SubmissionSummary> {
  const period = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'publisher');
  const told: InPeriod = { of, period, unit: await readUnit(deps.ledger, of) };
  const receipt = requireReceipt(told.unit, { receipt: n });
  const checked = await tellChecked(receipt, told, deps.lake);
  const { sha256, file_name, received_at, sent_as, status, current, waiting, late, in_time } = checked;
  return {
    ...of,
    unit_name_vi: unitNameVi(of.unit_id),
    ...{ receipt: checked.receipt, sha256, file_name, received_at, sent_as, status },
    ...{ current, waiting, late, in_time, certified_at: checked.certified_at, returned: checked.returned },
    certification: period.terms.certification ?? null,
    kept_from: await keepsFrom(receipt, told, caller, deps),
    errors: receipt.answer?.errors ?? 0,
    warnings: warningsLeft(checked.findings, checked.observations),
    score: isAccepted(receipt) ? await scoreOf(receipt.answer.figures_sha256, told, deps) : null,
  };
}

async function scoreOf(figuresSha256: string, told: InPeriod, deps: SummariseDeps): Promise<SummaryScore> {
  const { of, period, unit } = told;
  const framework = await readPeriodFramework(deps.lake, period.terms);
  const figures = await readFigures(deps.lake, of, figuresSha256);
  const {
    answered,
    asked: counted,
    measures,
    previous_release,
  } = await scoreSelf(of, framework, figures.observations, deps);
  const released = await readReleasedFigures(of, framework, deps);
  const asked = askedIndicators(framework, of);
  const proven = figures.observations.filter(({ evidence }) => evidence !== null);
  return {
    answered,
    asked: counted,
    measures: measures.filter(({ kind }) => kind !== 'pillar'),
    with_evidence: new Set(proven.map(({ indicator }) => indicator)).size,
    evidence_files: new Set(unit.evidence.filter(({ type }) => type !== null).map(({ sha256 }) => sha256)).size,
    compared_with_vi: previous_release && releaseLabelVi(previous_release),
    value_before: measures.find(({ kind }) => kind === 'total')?.previous ?? null,
    ...(released ? findMovers(asked, figures.observations, released.observations) : { movers: [], more_movers: 0 }),
  };
}
