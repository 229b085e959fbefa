import { mapConcurrently } from '../../lake/map-concurrently.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { PeriodOf } from '../../ledger/chain.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readUnits } from '../../ledger/read-ledger.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import { membersOf } from '../../units/registry.ts';
import { readPeriodFramework } from '../period-framework.ts';
import { appraisableAnswers } from './appraisable-answers.ts';
import type { AppraisalRound } from './appraisal-round.ts';
import { earlierFigures } from './earlier-figures.ts';
import { readAppraisedUnit } from './read-appraised-unit.ts';

interface Deps {
  lake: Bucket;
  table: ScoreTable;
  ledger: Ledger;
}

const concurrentReads = 16;

/**
 * What can be appraised in a period now: the figures that count, scored as a preview, with the decisions and answers so
 * far, from the units' own chains. `unitId` narrows it to one unit.
 */
export async function readAppraisalRound(
  { group, period }: PeriodOf,
  state: PeriodState,
  { lake, table, ledger }: Deps,
  unitId?: string,
): Promise<AppraisalRound> {
  const framework = await readPeriodFramework(lake, state.terms);
  const members = membersOf(group, period).filter(({ unit_id }) => unitId === undefined || unit_id === unitId);
  const ids = members.map(({ unit_id }) => unit_id);
  const standing = await readUnits(ledger, { group, period }, state, ids);
  const read = await mapConcurrently(standing, concurrentReads, (unit) =>
    readAppraisedUnit({ group, period }, unit, state, lake),
  );
  const units = read.filter((unit) => unit !== null);
  const earlier = await earlierFigures({ group, period }, framework, { lake, table, ledger });
  const documents = units.map(({ figures }) => figures);
  return {
    group,
    period,
    framework,
    answers: appraisableAnswers({ group, period, framework, members, documents, earlier }),
    units: new Map(units.map((unit) => [unit.unit_id, unit])),
  };
}
