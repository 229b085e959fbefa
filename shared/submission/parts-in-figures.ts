import { rootOf } from '../identity/people.ts';
import type { Bucket } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Evidence, Receipt } from '../ledger/fold-unit.ts';
import { type Accepted, isAccepted } from '../ledger/standing.ts';
import type { Involvement } from '../release/involved-in.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { hasSent } from './has-sent.ts';

/** What makes somebody a party to a unit's figures, who therefore judges neither them nor what they came to. */
export type Part = Exclude<Involvement, 'appraised'>;

export interface JudgedFigures {
  of: UnitOf;
  /** By which the figures came that are judged, and all that the unit ever sent. */
  current: Accepted;
  receipts: readonly Receipt[];
  evidence: readonly Evidence[];
  /** Who started what would be changed by the judgement; empty: a judgement changes no run. */
  starters: readonly string[];
}

/** By whichever of their sign-ins: figures in whole or part, a file of evidence beside them, the certification, the run. */
export async function partsIn(
  { of, current, receipts, evidence, starters }: JudgedFigures,
  subject: string,
  deps: { table: ScoreTable; lake: Bucket },
): Promise<Part[]> {
  const person = await rootOf(deps.table, subject);
  const isTheirs = async (ids: readonly string[]) =>
    (await Promise.all([...new Set(ids)].map((id) => rootOf(deps.table, id)))).includes(person);
  const files = evidence.filter(({ type }) => type !== null).map((file) => file.subject);
  const sent = (await isTheirs(files)) || (await hasSent(current, { of, receipts, subject }, deps));
  const certified = receipts
    .filter((one) => isAccepted(one) && one.answer.figures_sha256 === current.answer.figures_sha256)
    .flatMap((one) => (one.certified ? [one.certified.subject] : []));
  const parts: [Part, boolean][] = [
    ['sent', sent],
    ['certified', await isTheirs(certified)],
    ['ran', await isTheirs(starters)],
  ];
  return parts.flatMap(([part, isPart]) => (isPart ? [part] : []));
}
