import type { Framework } from '../frameworks/framework.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Receipt, UnitState } from '../ledger/fold-unit.ts';
import { readPeriod, readUnit } from '../ledger/read-ledger.ts';
import { acceptedBefore } from '../ledger/standing.ts';
import { Fault } from '../observability/fault.ts';
import { membersOf } from '../units/registry.ts';
import { readAnswerDocument } from './answer-document.ts';
import { namedReceipts } from './declared/figure-source.ts';
import type { CheckContext, CurrentFigures, SourceFile } from './figure.ts';
import { readFigures } from './figures-document.ts';
import { readPeriodFramework } from './period-framework.ts';
import { readRows } from './read-row.ts';
import type { ArrivedFile, ReceiveDeps } from './receive-submission.ts';
import { previousFigures } from './released-figures.ts';
import type { CheckedSubmission } from './submission.ts';
import { unidentified } from './upload-limits.ts';
import { yearBeforeFigures } from './year-before-figures.ts';

type Deps = Pick<ReceiveDeps, 'lake' | 'table' | 'ledger' | 'checkFile'>;

/** Figures of the accepted receipt of the greatest smaller upload number; null: the unit had sent nothing that was. */
export async function readComparedFigures(
  of: UnitOf,
  unit: UnitState,
  { upload_number }: Pick<Receipt, 'upload_number'>,
  { lake }: Pick<Deps, 'lake'>,
): Promise<CurrentFigures | null> {
  const before = acceptedBefore(unit, upload_number);
  if (!before) return null;
  const { observations, explained } = await readFigures(lake, of, before.answer.figures_sha256);
  return { receipt: before.receipt, observations, explained };
}

export interface CheckedArrival {
  checked: CheckedSubmission;
  framework: Framework;
}

/** Checks a file against its period's framework, what the unit had sent before it, and what was released of it. */
export async function checkArrived(
  { key, bytes, arrival }: ArrivedFile,
  { group, period, unit_id }: UnitOf,
  current: CurrentFigures | null,
  deps: Deps,
): Promise<CheckedArrival> {
  const state = await readPeriod(deps.ledger, { group, period });
  if (!state) throw new Fault('PERIOD_UNKNOWN', `${group} ${period} was never opened`);
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const expected = { group, period, unit_id: unit_id === unidentified ? null : unit_id };
  const checked = await deps.checkFile(
    { bytes, format: key.format, expected, partial: arrival.partial },
    async (unitId) => {
      const of = { group, period, unit_id: unitId };
      const named = key.format === 'json' ? await readNamed(of, bytes, deps) : {};
      return { ...(await readCheckContext(of, framework, current, deps)), ...named };
    },
  );
  return { checked, framework };
}

type Named = Pick<CheckContext, 'evidenceFiles' | 'sources'>;

/** What JSON alone can name: files of evidence that were accepted of the unit, and its earlier receipts. */
async function readNamed({ unit_id, ...of }: UnitIfKnown, bytes: Uint8Array, deps: Deps): Promise<Named> {
  if (unit_id === null) return { evidenceFiles: new Set() };
  const unit = await readUnit(deps.ledger, { ...of, unit_id });
  return { evidenceFiles: evidenceFilesOf(unit), sources: await readSources({ ...of, unit_id }, unit, bytes, deps) };
}

async function readSources(
  of: UnitOf,
  { receipts }: UnitState,
  bytes: Uint8Array,
  { lake }: Pick<Deps, 'lake'>,
): Promise<Map<number, SourceFile>> {
  const sources = new Map<number, SourceFile>();
  for (const number of namedReceipts(bytes)) {
    const receipt = receipts[number - 1];
    if (!receipt?.answer) continue;
    const { rows_sha256 } = await readAnswerDocument(lake, of, receipt.answer.answer_sha256);
    if (rows_sha256) sources.set(number, { sha256: receipt.sha256, rows: await readRows(lake, of, rows_sha256) });
  }
  return sources;
}

type UnitIfKnown = Omit<UnitOf, 'unit_id'> & { unit_id: string | null };

/** What any door checks figures against; a file that names no unit has no past. */
export async function readCheckContext(
  of: UnitIfKnown,
  framework: Framework,
  current: CurrentFigures | null,
  deps: Pick<ReceiveDeps, 'lake' | 'table' | 'ledger'>,
): Promise<CheckContext> {
  return {
    framework,
    members: new Set(membersOf(of.group, of.period).map((unit) => unit.unit_id)),
    previous: await previousFigures(of, framework, deps),
    yearBefore: await yearBeforeFigures(of, framework, deps),
    ...(current ? { current } : {}),
  };
}

export const evidenceFilesOf = ({ evidence }: UnitState): Set<string> =>
  new Set(evidence.filter(({ type }) => type !== null).map(({ sha256 }) => sha256));
