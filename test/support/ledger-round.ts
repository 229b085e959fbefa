import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { appendToPeriod, appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import { type Draft, system } from '../../shared/ledger/entry.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import type { PeriodEntry, PeriodTerms } from '../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { writeFigures } from '../../shared/submission/figures-document.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { openLedger } from './ledger.ts';
import { framework } from './round-workbooks.ts';

export type RoundDeps = LedgerDeps & { lake: Bucket };

export const round = { group: 'province34', period: '2024' } as const;
const officer = { subject: 'p-officer', role: 'officer' };
const publisher = { subject: 'p-publisher', role: 'publisher' };

/** Ledger, lists and lake of their own; nobody has opened a period. */
export async function openRoundStores(): Promise<RoundDeps & { url: string }> {
  const { client } = await startTestS3();
  return { ...(await openLedger()), lake: { client, name: 'lake-bucket' } };
}

let requests = 0;
const newCause = () => `request/test-${++requests}`;

export async function addToPeriod(deps: LedgerDeps, of: PeriodOf, draft: Draft<PeriodEntry>, cause = newCause()) {
  return appendToPeriod(deps, of, { cause, decide: () => draft });
}

export async function addToUnit(deps: LedgerDeps, of: UnitOf, draft: Draft<UnitEntry>, cause = newCause()) {
  return appendToUnit(deps, of, { cause, decide: () => draft });
}

export async function openPeriodAt(deps: RoundDeps, at: string, terms: Partial<PeriodTerms> = {}): Promise<void> {
  await putObjectOnce(deps.lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  const { framework_id, version: framework_version, sha256: framework_sha256 } = framework;
  const about = { framework_id, framework_version, framework_sha256, ...terms };
  await addToPeriod(deps, round, { kind: 'opened', at, ...publisher, about });
}

export interface Sent {
  unit_id: string;
  at: string;
  /** Of every indicator; also what tells two files apart. */
  value: string;
  accepted?: boolean;
  upload_number?: number;
}

/** A file of the unit and its answer, as the intake would enter them; answers with the hash of its figures. */
export async function addReceipt(deps: RoundDeps, sent: Sent, of: PeriodOf = round): Promise<string> {
  const { unit_id, at, value, accepted = true, upload_number = ++requests } = sent;
  const unit = { group: of.group, period: of.period, unit_id };
  const sha256 = sha256Of(`${unit_id} ${value}`);
  const about = { upload_number, format: 'json' as const, sha256, bytes: 100 };
  const { entries } = await addToUnit(deps, unit, { kind: 'received', at, ...officer, about });
  const figures_sha256 = await writeFigures(deps.lake, { ...unit, sha256, ...figuresOf(unit_id, value, sha256) });
  await addToUnit(deps, unit, {
    ...{ kind: 'answered' as const, at, ...system },
    about: {
      receipt: foldUnit(entries).receipts.length,
      accepted,
      answer_sha256: sha256Of(`answer ${unit_id} ${value}`),
      figures_sha256: accepted ? figures_sha256 : null,
      ...{ errors: accepted ? 0 : 1, warnings: 0, compared_with: null },
    },
  });
  return figures_sha256;
}

const figuresOf = (unit_id: string, value: string, submission_sha256: string) => ({
  format: 'json' as const,
  framework_sha256: framework.sha256,
  observations: framework.indicators.flatMap(({ indicator, inputs }) =>
    inputs.map(({ input }) => ({
      ...{ unit_id, indicator, input, value },
      ...{ evidence: null, note: null, submission_sha256, sheet: null, cell: null, row: null },
    })),
  ),
  explained: [],
});
