import type { Framework } from '../../frameworks/framework.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readUnit } from '../../ledger/read-ledger.ts';
import { standingOf } from '../../ledger/standing.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import { unitOf } from '../../units/registry.ts';
import { readPeriodFramework } from '../period-framework.ts';
import { appraisableAnswers } from './appraisable-answers.ts';
import type { AppraisableAnswer } from './appraisal-round.ts';
import type { AppraisedUnit } from './appraised-unit.ts';
import { earlierFigures } from './earlier-figures.ts';
import { readAppraisedUnit } from './read-appraised-unit.ts';

export interface UnitRound {
  framework: Framework;
  unit: AppraisedUnit;
  answers: AppraisableAnswer[];
}

interface Deps {
  lake: Bucket;
  table: ScoreTable;
  ledger: Ledger;
}

/**
 * One unit's part of an appraisal, from its own chain, with decisions on the indicators given; null: nothing of the unit
 * counts.
 */
export async function readUnitRound(
  of: UnitOf,
  { state, indicators }: { state: PeriodState; indicators: ReadonlySet<string> },
  deps: Deps,
): Promise<UnitRound | null> {
  const { group, period, unit_id } = of;
  const unit = await readUnit(deps.ledger, of);
  const standing = standingOf(unit, state, unit_id);
  const appraised = await readAppraisedUnit(of, { unit_id, unit, standing }, state, deps.lake, indicators);
  if (!appraised) return null;
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const earlier = await earlierFigures({ group, period }, framework, deps);
  const documents = [appraised.figures];
  const answers = appraisableAnswers({ group, period, framework, members: [unitOf(unit_id)], documents, earlier });
  return { framework, unit: appraised, answers };
}
