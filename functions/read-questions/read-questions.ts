import type { Framework } from '../../shared/frameworks/framework.ts';
import { enterRound, enterUnit } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import type { UnitQuestion, UnitState } from '../../shared/ledger/fold-unit.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { standingOf } from '../../shared/ledger/standing.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { type ToldQuestion, tellQuestion } from '../../shared/submission/questions/tell-question.ts';
import { unitNameVi } from '../../shared/units/names.ts';

export interface ReadQuestionsDeps extends LedgerDeps {
  lake: Bucket;
}

export interface NamedQuestion extends ToldQuestion {
  unit_name_vi: string;
  /** Of its indicator; null: it is about the unit as a whole. */
  indicator_name_vi: string | null;
  indicator_name_en: string | null;
}

export interface Questions {
  /** Of a unit, newest first; of a period, those that are due first. */
  questions: NamedQuestion[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

export interface UnitQuestions extends Questions {
  unit_name_vi: string;
}

const perPage = 50;
const concurrentReads = 16;

/** Place of a question in the list of a period: what is due first stands first, and each has one place. */
const placeOf = ({ of, asked }: Placed) =>
  `${asked.answer_by}#${of.unit_id}#${String(asked.question).padStart(6, '0')}`;

interface Placed {
  of: UnitOf;
  asked: UnitQuestion;
  open: readonly UnitQuestion[];
}

export interface ListQuestionsInput extends PeriodOf {
  /** Only those that wait for an answer. */
  open: boolean;
  cursor?: string | undefined;
}

/** The questions of a period, from the list that is made from the chains. */
export async function listQuestions(
  { group, period, open, cursor = '' }: ListQuestionsInput,
  caller: Caller,
  deps: ReadQuestionsDeps,
): Promise<Questions> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher');
  const board = await readBoard(deps.table, deps.ledger, { group, period });
  const all = [...board].flatMap(([unit_id, unit]) => {
    const waiting = standingOf(unit, state, unit_id).questions;
    const asked = open ? waiting : unit.questions;
    return asked.map((one): Placed => ({ of: { group, period, unit_id }, asked: one, open: waiting }));
  });
  const later = all
    .map((placed) => ({ place: placeOf(placed), ...placed }))
    .filter(({ place }) => place > cursor)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const page = later.slice(0, perPage);
  const next = later.length > page.length ? (page.at(-1)?.place ?? null) : null;
  return { questions: await mapConcurrently(page, concurrentReads, (placed) => tell(placed, framework, deps)), next };
}

/** What a unit was asked, and what it answered. */
export async function listUnitQuestions(
  { cursor, ...of }: UnitOf & { cursor: number | null },
  caller: Caller,
  deps: ReadQuestionsDeps,
): Promise<UnitQuestions> {
  const { unit_id } = of;
  const state = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'appraiser', 'publisher');
  const unit: UnitState = await readUnit(deps.ledger, of);
  const open = standingOf(unit, state, unit_id).questions;
  const earlier = unit.questions.filter(({ question }) => cursor === null || question < cursor).reverse();
  const page = earlier.slice(0, perPage).map((asked): Placed => ({ of, asked, open }));
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const questions = await mapConcurrently(page, concurrentReads, (placed) => tell(placed, framework, deps));
  const next = earlier.length > page.length ? String(page.at(-1)!.asked.question) : null;
  return { unit_name_vi: unitNameVi(unit_id), questions, next };
}

async function tell(
  { of, asked, open }: Placed,
  { indicators }: Framework,
  { lake }: ReadQuestionsDeps,
): Promise<NamedQuestion> {
  const about = indicators.find(({ indicator }) => indicator === asked.indicator);
  return {
    ...(await tellQuestion(asked, { of, open }, lake)),
    unit_name_vi: unitNameVi(of.unit_id),
    indicator_name_vi: about?.name_vi ?? null,
    indicator_name_en: about?.name_en ?? null,
  };
}
