import type { PeriodState } from '../ledger/fold-period.ts';
import { sendersOf, type UnitState } from '../ledger/fold-unit.ts';
import type { Selection } from './selection.ts';

/** What somebody may have done to a release before it is one. */
export type Involvement = 'sent' | 'certified' | 'ran' | 'appraised';

/** What a release would be made of: the run, what it selected, and the chains of the units selected. */
export interface Touchable {
  started_by: readonly string[];
  selection: Pick<Selection, 'submissions' | 'appraisals'>;
  units: ReadonlyMap<string, Pick<UnitState, 'receipts' | 'decisions' | 'evidence' | 'objections'>>;
}

type Person = string;

/**
 * Everybody who had a hand in it, from the ledger alone. Whoever sent the figures that count counts for each time they
 * came, and whoever sent an earlier file of which a part left figures standing, or a file of evidence that was taken; of a
 * draft, whoever filled a row.
 */
export function peopleInvolved({ started_by, selection, units }: Touchable): Record<Involvement, Set<Person>> {
  const receiptsOf = (unitId: string) => units.get(unitId)?.receipts ?? [];
  const receipts = selection.submissions.flatMap(({ unit_id, figures_sha256 }) =>
    receiptsOf(unit_id).filter(({ answer }) => answer?.figures_sha256 === figures_sha256),
  );
  const kept = selection.submissions.flatMap(({ unit_id, kept_from = [] }) =>
    receiptsOf(unit_id).filter(({ sha256 }) => kept_from.includes(sha256)),
  );
  const files = selection.submissions.flatMap(({ unit_id }) =>
    (units.get(unit_id)?.evidence ?? []).filter(({ type }) => type !== null),
  );
  const decisions = (selection.appraisals ?? []).flatMap(({ unit_id, decisions_sha256 }) =>
    (units.get(unit_id)?.decisions ?? []).filter((decision) => decision.decisions_sha256 === decisions_sha256),
  );
  // Whoever says that a result stands has judged it, as whoever decided its points has.
  const answers = selection.submissions.flatMap(({ unit_id }) =>
    (units.get(unit_id)?.objections ?? []).flatMap(({ answer }) => answer ?? []),
  );
  return {
    sent: new Set([...[...receipts, ...kept].flatMap(sendersOf), ...files.map(({ subject }) => subject)]),
    certified: new Set(receipts.flatMap(({ certified }) => (certified ? [certified.subject] : []))),
    ran: new Set(started_by),
    appraised: new Set([...decisions, ...answers].map(({ subject }) => subject)),
  };
}

/** What this person did; empty for somebody who may release. `rootOf` makes one of all ids of a person. */
export function involvedIn(person: Person, touchable: Touchable, rootOf: (id: Person) => Person): Involvement[] {
  const root = rootOf(person);
  return Object.entries(peopleInvolved(touchable)).flatMap(([involvement, people]) =>
    [...people].some((id) => rootOf(id) === root) ? [involvement as Involvement] : [],
  );
}

/** Of a run that the period's chain knows. */
export const startersOf = ({ runs }: PeriodState, runId: string): readonly string[] =>
  runs.get(runId)?.started_by ?? [];
