import { requireGroupPeriod, requireMember } from '../../shared/http/group-period.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { standingOf } from '../../shared/ledger/standing.ts';
import { readFigures } from '../../shared/submission/figures-document.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import type { ReadDecisionsDeps } from './queue-round.ts';
import { type ToldDecision, tellDecision } from './told-decision.ts';

export interface ListDecisionsInput extends PeriodOf {
  unit_id?: string | undefined;
  cursor?: string | undefined;
}

export interface StandingDecisions {
  decisions: (ToldDecision & {
    unit_id: string;
    unit_name_vi: string;
    indicator: string;
    /** As declared. */
    figures: { input: string; value: string }[];
  })[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

/** A page; what one unit was decided on is not parted, and sixty reasons of each may be as long as they can. */
const unitsPerPage = 8;
const concurrentReads = 8;

/** Decisions that hold for figures that count, by unit_id and indicator. A unit sees its own, without persons. */
export async function listDecisions(
  { group, period, unit_id, cursor = '' }: ListDecisionsInput,
  caller: Caller,
  deps: ReadDecisionsDeps,
): Promise<StandingDecisions> {
  requireRole(caller, 'officer', 'certifier', 'appraiser', 'publisher');
  const own = isUnitRole(caller.role) ? (unit_id ?? caller.unit_id ?? '') : unit_id;
  if (own !== undefined) requireUnit(caller, own);
  if (own === undefined) requireGroupPeriod(group, period);
  else requireMember(own, group, period);
  requireOwner(caller, group);
  const state = await requirePeriod(deps.ledger, group, period);
  const board = await readBoard(deps.table, deps.ledger, { group, period });
  const later = [...board].filter(([id]) => id > cursor && (own ?? id) === id).sort(([a], [b]) => (a < b ? -1 : 1));
  const decided = later.flatMap(([id, unit]) => {
    const { decisions } = standingOf(unit, state, id);
    return decisions.size > 0 ? [{ of: { group, period, unit_id: id }, decisions }] : [];
  });
  const page = decided.slice(0, unitsPerPage);
  const told = await mapConcurrently(page, concurrentReads, async ({ of, decisions }) => {
    const [first] = decisions.values();
    const { observations } = await readFigures(deps.lake, of, first!.figures_sha256);
    return mapConcurrently([...decisions].sort(byIndicator), concurrentReads, async ([indicator, decision]) => {
      const { decided_by, ...one } = await tellDecision(decision, { of, indicator }, deps.lake);
      const figures = observations.filter((figure) => figure.indicator === indicator);
      return {
        ...{ unit_id: of.unit_id, unit_name_vi: unitNameVi(of.unit_id), indicator },
        figures: figures.map(({ input, value }) => ({ input, value })),
        ...one,
        decided_by: isUnitRole(caller.role) ? null : decided_by,
      };
    });
  });
  return { decisions: told.flat(), next: decided.length > page.length ? page.at(-1)!.of.unit_id : null };
}

const byIndicator = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
