import { rootOf } from '../identity/people.ts';
import type { Bucket } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';
import { type Receipt, sendersOf } from '../ledger/fold-unit.ts';
import { type Accepted, isAccepted } from '../ledger/standing.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { readFigures } from './figures-document.ts';
import { keyOf } from './input-key.ts';
import type { Observation } from './submission.ts';

export interface SentBy {
  of: UnitOf;
  /** All of the unit's. */
  receipts: readonly Receipt[];
  /** Opaque id of the person in question. */
  subject: string;
}

interface Deps {
  table: ScoreTable;
  lake: Bucket;
}

/**
 * Whether a person sent figures, by whichever of their sign-ins: the file that they came by, a row of the draft that it
 * was, a part of the whole that they are, or the same figures in a file of their own.
 */
export async function hasSent(accepted: Accepted, sent: SentBy, deps: Deps): Promise<boolean> {
  const own = await ownReceipts(sent, deps.table);
  if (own.length === 0) return false;
  const isSame = ({ sha256, answer }: Receipt) =>
    sha256 === accepted.sha256 || answer?.figures_sha256 === accepted.answer.figures_sha256;
  if (own.some(isSame)) return true;
  const read = async ({ answer }: Accepted) =>
    (await readFigures(deps.lake, sent.of, answer.figures_sha256)).observations;
  const figures = await read(accepted);
  const files = new Set([accepted.sha256, ...figures.map((figure) => figure.submission_sha256)]);
  if (own.some(({ sha256 }) => files.has(sha256))) return true;
  const wanted = textOf(figures);
  for (const one of own.filter(isAccepted)) if (textOf(await read(one)) === wanted) return true;
  return false;
}

async function ownReceipts({ receipts, subject }: SentBy, table: ScoreTable): Promise<Receipt[]> {
  const person = await rootOf(table, subject);
  const senders = [...new Set(receipts.flatMap(sendersOf))];
  const roots = new Map(await Promise.all(senders.map(async (id) => [id, await rootOf(table, id)] as const)));
  return receipts.filter((one) => sendersOf(one).some((id) => roots.get(id) === person));
}

/** What is declared, wherever it stood and whatever proves it. */
const textOf = (figures: readonly Observation[]): string =>
  figures
    .map((figure) => `${keyOf(figure)} ${figure.value}`)
    .sort()
    .join('\n');
