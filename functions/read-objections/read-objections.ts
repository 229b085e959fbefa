import { enterRound, enterUnit } from '../../shared/http/enter.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import { describePreview, type PreviewView } from '../../shared/ledger/describe-period.ts';
import type { Objection } from '../../shared/ledger/fold-unit.ts';
import { standingPreview } from '../../shared/ledger/preview.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { readObjection, readObjectionAnswer } from '../../shared/release/objection-document.ts';
import { unitNameVi } from '../../shared/units/names.ts';

export interface ReadObjectionsDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface ToldObjection {
  unit_id: string;
  unit_name_vi: string;
  /** The n-th of the unit. */
  objection: number;
  /** Null: the result as a whole. */
  indicator: string | null;
  text_vi: string;
  evidence_vi: string | null;
  at: string;
  /** What the person acted as. */
  role: string;
  /** To the run that is shown now, and not to an earlier one. */
  current: boolean;
  /** Null: it waits for one. `by`: of the ministry’s person, told to the ministry alone. */
  answer: { outcome: 'accepted' | 'declined'; text_vi: string; at: string; by?: string } | null;
  /** Opaque id of the person. */
  by: string;
}

export interface UnitObjections extends UnitOf {
  /** Null: nothing is shown to units. */
  preview: PreviewView | null;
  /** In the order they were made; a page of them. */
  objections: ToldObjection[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

/** A unit’s objections with their answers. */
export async function listUnitObjections(
  { cursor, ...of }: UnitOf & { cursor: number | null },
  caller: Caller,
  deps: ReadObjectionsDeps,
): Promise<UnitObjections> {
  const { group, period, unit_id } = of;
  const state = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'appraiser', 'publisher');
  const { objections } = await readUnit(deps.ledger, of);
  const shown = standingPreview(state);
  const telling = { run_id: shown?.run_id ?? null, isUnit: isUnitRole(caller.role), lake: deps.lake };
  const { page, next } = pageOf(objections, cursor);
  return {
    ...{ group, period, unit_id, preview: describePreview(shown, deps.now()) },
    objections: await mapConcurrently(page, concurrentReads, (one) => tell(of, one, telling)),
    next,
  };
}

/** A page: each objection is two documents of the lake. */
const perPage = 50;
const concurrentReads = 16;

function pageOf<One>(all: readonly One[], cursor: number | null): { page: One[]; next: string | null } {
  const end = (cursor ?? 0) + perPage;
  return { page: all.slice(cursor ?? 0, end), next: all.length > end ? String(end) : null };
}

export interface PeriodObjections extends PeriodOf {
  /** Of all units. */
  open: number;
  answered: number;
  /** Those without an answer first, then by time; a page of them. */
  objections: ToldObjection[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

/** Those of all units, from the list that is made from the chains. */
export async function listPeriodObjections(
  { group, period, cursor }: PeriodOf & { cursor: number | null },
  caller: Caller,
  deps: ReadObjectionsDeps,
): Promise<PeriodObjections> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher');
  const all = inOrder(await readBoard(deps.table, deps.ledger, { group, period }));
  const { page, next } = pageOf(all, cursor);
  const telling = { run_id: standingPreview(state)?.run_id ?? null, isUnit: false, lake: deps.lake };
  const open = all.filter(({ objection }) => objection.answer === null).length;
  return {
    ...{ group, period, open, answered: all.length - open },
    objections: await mapConcurrently(page, concurrentReads, ({ unit_id, objection }) =>
      tell({ group, period, unit_id }, objection, telling),
    ),
    next,
  };
}

function inOrder(board: ReadonlyMap<string, { objections: Objection[] }>) {
  const all = [...board].flatMap(([unit_id, { objections }]) =>
    objections.map((objection) => ({ unit_id, objection })),
  );
  const keyOf = ({ objection }: (typeof all)[number]) => `${objection.answer ? 1 : 0}${objection.at}`;
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

interface Telling {
  /** The run that is shown now. */
  run_id: string | null;
  /** To the unit, which argues with what was answered and not with who did. */
  isUnit: boolean;
  lake: Bucket;
}

async function tell(of: UnitOf, made: Objection, { run_id, isUnit, lake }: Telling): Promise<ToldObjection> {
  const { text_vi, evidence_vi } = await readObjection(lake, of, made.objection_sha256);
  const { answer } = made;
  const said = answer && (await readObjectionAnswer(lake, of, answer.answer_sha256));
  return {
    ...{ unit_id: of.unit_id, unit_name_vi: unitNameVi(of.unit_id), objection: made.objection },
    ...{ indicator: made.indicator ?? null, text_vi, evidence_vi, at: made.at, role: made.role, by: made.subject },
    current: made.run_id === run_id,
    answer:
      answer && said
        ? { outcome: answer.outcome, text_vi: said.text_vi, at: answer.at, ...(isUnit ? {} : { by: answer.subject }) }
        : null,
  };
}
