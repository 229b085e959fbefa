import type { Framework } from '../../shared/frameworks/framework.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import type { UnitState } from '../../shared/ledger/fold-unit.ts';
import { type Accepted, type Standing, standingOf } from '../../shared/ledger/standing.ts';
import { appraisableAnswers } from '../../shared/submission/appraisal/appraisable-answers.ts';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';
import { earlierFigures } from '../../shared/submission/appraisal/earlier-figures.ts';
import { type FiguresDocument, readFigures } from '../../shared/submission/figures-document.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { keptInMemory } from './kept-in-memory.ts';

export interface ReadDecisionsDeps extends LedgerDeps {
  lake: Bucket;
}

/** A unit with figures that count. */
export interface QueueUnit {
  unit_id: string;
  unit: UnitState;
  standing: Standing;
  figures_sha256: string;
  figures: FiguresDocument;
}

/** What there is to appraise in a period, for looking at: from lists, and nothing is decided on it. */
export interface QueueRound {
  of: PeriodOf;
  framework: Framework;
  period: PeriodState;
  /** By unit_id. */
  units: ReadonlyMap<string, QueueUnit>;
  /** By unit, then in the framework's order. */
  answers: AppraisableAnswer[];
}

const concurrentReads = 16;

/** Figures by their hash. A group has a few hundred units at most. */
const figuresOf = keptInMemory<FiguresDocument>(400);

/** `indicator` narrows what is scored to one. One query for all chains, and each unit's figures once in a process. */
export async function readQueueRound(
  of: PeriodOf,
  period: PeriodState,
  deps: ReadDecisionsDeps,
  indicator?: string,
): Promise<QueueRound> {
  const framework = await readPeriodFramework(deps.lake, period.terms);
  const members = membersOf(of.group, of.period);
  const board = await readBoard(deps.table, deps.ledger, of);
  const counting = members.flatMap(({ unit_id }) => countingUnit(unit_id, board.get(unit_id), period));
  const units = await mapConcurrently(counting, concurrentReads, async (unit): Promise<QueueUnit> => {
    const { unit_id, figures_sha256 } = unit;
    const read = () => readFigures(deps.lake, { ...of, unit_id }, figures_sha256);
    return { ...unit, figures: await figuresOf(deps.lake, `${unit_id}#${figures_sha256}`, read) };
  });
  const earlier = await earlierFigures(of, framework, deps);
  const indicators = framework.indicators.filter((one) => indicator === undefined || one.indicator === indicator);
  const documents = units.map(({ figures }) => figures);
  const scored = { ...framework, indicators };
  return {
    ...{ of, framework, period },
    units: new Map(units.map((unit) => [unit.unit_id, unit])),
    answers: appraisableAnswers({ ...of, framework: scored, members, documents, earlier }),
  };
}

function countingUnit(unitId: string, unit: UnitState | undefined, period: PeriodState): Omit<QueueUnit, 'figures'>[] {
  if (!unit) return [];
  const standing = standingOf(unit, period, unitId);
  const { answer } = (standing.current ?? { answer: null }) as { answer: Accepted['answer'] | null };
  return answer ? [{ unit_id: unitId, unit, standing, figures_sha256: answer.figures_sha256 }] : [];
}
