import type { Framework } from '../frameworks/framework.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Receipt, UnitState } from '../ledger/fold-unit.ts';
import { readPeriod, readUnit } from '../ledger/read-ledger.ts';
import { acceptedBefore } from '../ledger/standing.ts';
import { Fault } from '../observability/fault.ts';
import { membersOf } from '../units/registry.ts';
import type { CheckContext, CurrentFigures } from './figure.ts';
import { readFigures } from './figures-document.ts';
import { readPeriodFramework } from './period-framework.ts';
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
      const files = key.format === 'json' ? { evidenceFiles: await readEvidenceFiles(of, deps) } : {};
      return { ...(await readCheckContext(of, framework, current, deps)), ...files };
    },
  );
  return { checked, framework };
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

/** Files of evidence that were accepted of the unit; only records, which come by JSON alone, can name one. */
async function readEvidenceFiles({ unit_id, ...of }: UnitIfKnown, { ledger }: Deps): Promise<Set<string>> {
  return unit_id === null ? new Set() : evidenceFilesOf(await readUnit(ledger, { ...of, unit_id }));
}

export const evidenceFilesOf = ({ evidence }: UnitState): Set<string> =>
  new Set(evidence.filter(({ type }) => type !== null).map(({ sha256 }) => sha256));
