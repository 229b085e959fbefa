import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { namesOf } from '../../shared/identity/people.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { isOfBodies } from '../../shared/submission/appraisal/own-bodies.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { type Attention, attentionOf } from './attention.ts';
import { type ReadDecisionsDeps, readQueueRound } from './queue-round.ts';

export type Counts = Record<Attention, number>;

export interface AppraisalProgress {
  /** In the framework's order, of the caller's bodies. */
  indicators: ({ indicator: string; name_vi: string; name_en: string; main_index: string; body_vi: string | null } & {
    counts: Counts;
  })[];
  /** With figures that count, by unit_id. */
  units: { unit_id: string; unit_name_vi: string; counts: Counts }[];
  /** Decisions that hold, by whose they are, most first; without a name where none is known. */
  people: { person_id: string; name: string | null; decided: number }[];
}

const none = (): Counts => ({ undecided: 0, in_question: 0, replied: 0, resubmitted: 0, decided: 0 });

/** How far an appraisal has come, by indicator, by unit and by person. */
export async function readProgress(of: PeriodOf, caller: Caller, deps: ReadDecisionsDeps): Promise<AppraisalProgress> {
  const state = await enterRound(caller, of, deps.ledger, 'appraiser', 'publisher');
  const round = await readQueueRound(of, state, deps);
  const [byIndicator, byUnit, byPerson] = [
    new Map<string, Counts>(),
    new Map<string, Counts>(),
    new Map<string, number>(),
  ];
  for (const { unit_id, indicator } of round.answers) {
    if (!isOfBodies(indicator, caller.bodies)) continue;
    const unit = round.units.get(unit_id)!;
    const attention = attentionOf(unit, indicator.indicator);
    count(byIndicator, indicator.indicator, attention);
    count(byUnit, unit_id, attention);
    const person = unit.standing.decisions.get(indicator.indicator)?.subject;
    if (person !== undefined) byPerson.set(person, (byPerson.get(person) ?? 0) + 1);
  }
  const names = await namesOf(deps.table, byPerson.keys());
  return {
    indicators: round.framework.indicators.flatMap(({ indicator, name_vi, name_en, main_index, verified_by_vi }) => {
      const counts = byIndicator.get(indicator);
      return counts ? [{ indicator, name_vi, name_en, main_index, body_vi: verified_by_vi ?? null, counts }] : [];
    }),
    units: [...byUnit].map(([unit_id, counts]) => ({ unit_id, unit_name_vi: unitNameVi(unit_id), counts })),
    people: [...byPerson]
      .map(([person_id, decided]) => ({ person_id, name: names[person_id] ?? null, decided }))
      .sort((a, b) => b.decided - a.decided),
  };
}

function count(counts: Map<string, Counts>, key: string, attention: Attention): void {
  const own = counts.get(key) ?? none();
  counts.set(key, own);
  own[attention] += 1;
}
