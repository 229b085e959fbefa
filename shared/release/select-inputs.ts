import type { Framework } from '../frameworks/framework.ts';
import type { LedgerDeps } from '../ledger/append.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import { readUnits, type UnitInPeriod } from '../ledger/read-ledger.ts';
import { isAccepted } from '../ledger/standing.ts';
import { membersOf, registryDigest } from '../units/registry.ts';
import { listComparable } from './previous-release.ts';
import type { SelectedDecision, SelectedSubmission, Selection } from './selection.ts';

/** What a run would score now, and the chains it follows from. */
export interface SelectedInputs {
  /** Without what it might correct. */
  selection: Selection;
  /** Members of the group, whether something of theirs counts or not, by unit_id. */
  units: UnitInPeriod[];
}

/** From every member's own chain, the period's terms and the last comparable release. */
export async function selectInputs(
  { group, period }: PeriodOf,
  state: PeriodState,
  framework: Framework,
  deps: LedgerDeps,
): Promise<SelectedInputs> {
  const members = membersOf(group, period).map(({ unit_id }) => unit_id);
  const units = await readUnits(deps.ledger, { group, period }, state, members);
  const { index } = framework;
  const [previous, ...history] = await listComparable({ index, group, period }, framework, deps);
  const appraisals = units.flatMap(selectDecisions);
  const { framework_sha256, notice_vi } = state.terms;
  const selection: Selection = {
    index,
    group,
    period,
    framework_sha256,
    ...(notice_vi === undefined ? {} : { notice_vi }),
    registry_sha256: registryDigest(),
    submissions: units.flatMap(selectSubmission),
    // Left out where there are none: the same selection stays the same run.
    ...(appraisals.length > 0 ? { appraisals } : {}),
    ...(previous ? { previous } : {}),
    ...(history.length > 0 ? { history: history.map(({ framework_sha256: _, ...one }) => one) } : {}),
  };
  return { selection, units };
}

function selectSubmission({ unit_id, standing: { current } }: UnitInPeriod): SelectedSubmission[] {
  if (!current || !isAccepted(current)) return [];
  const { sha256, format, answer } = current;
  const { figures_sha256, kept_from } = answer;
  return [{ unit_id, sha256, format, figures_sha256, ...(kept_from ? { kept_from } : {}) }];
}

const selectDecisions = ({ unit_id, standing: { decisions } }: UnitInPeriod): SelectedDecision[] =>
  [...decisions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([indicator, { decisions_sha256 }]) => ({ unit_id, indicator, decisions_sha256 }));
