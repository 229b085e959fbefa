import { Problem } from '../../shared/http/problem.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { rootOf } from '../../shared/identity/people.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Receipt, UnitState } from '../../shared/ledger/fold-unit.ts';
import { type Accepted, isAccepted } from '../../shared/ledger/standing.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readFigures } from '../../shared/submission/figures-document.ts';
import { keyOf } from '../../shared/submission/input-key.ts';
import type { Observation } from '../../shared/submission/submission.ts';

interface Certifying {
  of: UnitOf;
  unit: UnitState;
  actor: Actor;
}

interface Deps {
  table: ScoreTable;
  lake: Bucket;
}

/**
 * Who sent figures does not certify them: neither the file that they came by, nor a whole that a part of them stands in,
 * nor the same figures in somebody else's file.
 */
export async function requireOther(accepted: Accepted, certifying: Certifying, deps: Deps): Promise<void> {
  const own = await ownReceipts(certifying, deps.table);
  if (own.length === 0) return;
  const read = async ({ answer }: Accepted) =>
    (await readFigures(deps.lake, certifying.of, answer.figures_sha256)).observations;
  const figures = await read(accepted);
  const files = new Set([accepted.sha256, ...figures.map((figure) => figure.submission_sha256)]);
  if (own.some(({ sha256 }) => files.has(sha256))) refuse();
  const wanted = textOf(figures);
  for (const one of own.filter(isAccepted)) if (textOf(await read(one)) === wanted) refuse();
}

/** Those that the person sent, by whichever sign-in. */
async function ownReceipts({ unit, actor }: Certifying, table: ScoreTable): Promise<Receipt[]> {
  const person = await rootOf(table, actor.subject);
  const senders = [...new Set(unit.receipts.map(({ subject }) => subject))];
  const roots = new Map(await Promise.all(senders.map(async (id) => [id, await rootOf(table, id)] as const)));
  return unit.receipts.filter(({ subject }) => roots.get(subject) === person);
}

/** What is declared, wherever it stood and whatever proves it. */
const textOf = (figures: readonly Observation[]): string =>
  figures
    .map((figure) => `${keyOf(figure)} ${figure.value}`)
    .sort()
    .join('\n');

function refuse(): never {
  throw new Problem(
    403,
    'own-submission',
    'Người đã gửi số liệu không được tự xác nhận; đề nghị người có thẩm quyền khác xác nhận.',
    'Who sent the figures may not certify them.',
  );
}
