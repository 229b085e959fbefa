import { getItem, nextNumber, type ScoreTable, updateItem } from '../score-store/score-table.ts';
import type { PeriodOf, UnitOf } from './chain.ts';
import type { UnitState } from './fold-unit.ts';

/** Files that a unit may send in one day where its period says nothing else: many more than anybody needs. */
export const defaultReceiptsPerDay = 50;

const uploadsOf = ({ group, period }: PeriodOf) => `UPLOADS#${group}#${period}`;

/** A form that is signed for one file of a unit. */
export interface AskedForm {
  sha256: string;
  asked_at: string;
  /** Until when it may be posted. */
  until: string;
  /** The newest number whose file is done with: the same bytes after it are a new arrival. */
  settled: number;
}

interface LastNumber {
  upload_number: number;
  /** Of the form that was signed for it; a table by API has none. */
  form_sha256?: string;
  form_until?: string;
}

/**
 * The next upload number of the period. Given out once, never again; of two files the greater is the newer. Always above
 * those in the unit's chain: the counter can be lost, or put back from a copy, and the chain cannot. Of two who ask for a
 * form of one file at once, one is given the number of the other.
 */
export async function nextUploadNumber(
  table: ScoreTable,
  of: UnitOf,
  { receipts }: UnitState,
  form?: AskedForm,
): Promise<number> {
  const used = receipts.reduce((greatest, { upload_number }) => Math.max(greatest, upload_number), 0);
  const number = await drawAbove(table, of, used);
  if (await noteLast(table, of, number, form)) return number;
  return (form && (await pendingNumber(table, of, form))) ?? number;
}

/**
 * The number that the unit was last given, where it is for the same file, not done with, and a form for it may still be
 * posted: one arrival, by whichever form it comes, and pending as long as the last of them. Null: none is, or another file
 * was asked about since, and this one has to come after it.
 */
export async function pendingNumber(table: ScoreTable, of: UnitOf, form: AskedForm): Promise<number | null> {
  const last = await getItem<LastNumber>(table, lastKey(of));
  if (!last?.form_until || last.form_sha256 !== form.sha256) return null;
  if (last.form_until <= form.asked_at || last.upload_number <= form.settled) return null;
  return (await extend(table, of, last.upload_number, form)) ? last.upload_number : null;
}

/** False: a greater number was given meanwhile. */
const extend = (table: ScoreTable, of: UnitOf, number: number, { sha256, until }: AskedForm): Promise<boolean> =>
  updateItem(table, lastKey(of), {
    UpdateExpression: 'SET form_until = :until',
    ConditionExpression: 'upload_number = :number AND form_sha256 = :sha256',
    ExpressionAttributeValues: { ':until': until, ':number': number, ':sha256': sha256 },
  });

/** False: a greater one stands, or one by which the same file is still to come. */
const noteLast = (table: ScoreTable, of: UnitOf, number: number, form?: AskedForm): Promise<boolean> =>
  updateItem(table, lastKey(of), form ? noteForm(number, form) : noteTable(number));

const isLower = '(attribute_not_exists(pk) OR upload_number < :number)';
const isPending = '(form_sha256 = :sha256 AND form_until > :now AND upload_number > :settled)';
const isFree = `${isLower} AND NOT ${isPending}`;

const noteTable = (number: number) => ({
  UpdateExpression: 'SET upload_number = :number REMOVE form_sha256, form_until',
  ConditionExpression: isLower,
  ExpressionAttributeValues: { ':number': number },
});

const noteForm = (number: number, { sha256, asked_at, until, settled }: AskedForm) => ({
  UpdateExpression: 'SET upload_number = :number, form_sha256 = :sha256, form_until = :until',
  ConditionExpression: isFree,
  ExpressionAttributeValues: {
    ...{ ':number': number, ':sha256': sha256, ':until': until, ':now': asked_at, ':settled': settled },
  },
});

async function drawAbove(table: ScoreTable, of: PeriodOf, used: number): Promise<number> {
  const counter = { pk: uploadsOf(of), sk: 'COUNTER' };
  const number = await nextNumber(table, counter);
  if (number > used) return number;
  await updateItem(table, counter, {
    UpdateExpression: 'SET last_number = :used',
    ConditionExpression: 'last_number < :used',
    ExpressionAttributeValues: { ':used': used },
  });
  return drawAbove(table, of, used);
}

/** The last number that was given to the unit, whether its file has come or not; 0: none. */
export async function lastUploadNumber(table: ScoreTable, of: UnitOf): Promise<number> {
  return (await getItem<LastNumber>(table, lastKey(of)))?.upload_number ?? 0;
}

const lastKey = (of: UnitOf) => ({ pk: uploadsOf(of), sk: `UNIT#${of.unit_id}` });

/**
 * Takes one of the unit's places of a day (`2026-10-05`, in Vietnam). False: there is none left. Counted where numbers are
 * given out and not where files come in: what S3 has taken can no longer be turned away.
 */
export const takeDailyPlace = (table: ScoreTable, of: UnitOf, day: string, places: number): Promise<boolean> =>
  takePlace(table, uploadsOf(of), { ...of, day, places });

/** Files of evidence that a unit may send in one day. */
export const evidencePerDay = 200;

const evidenceOf = ({ group, period }: PeriodOf) => `EVIDENCE#${group}#${period}`;

/** The next number of a file of evidence in the period: counted apart, so that none looks like newer figures. */
export const nextEvidenceNumber = (table: ScoreTable, of: UnitOf): Promise<number> =>
  nextNumber(table, { pk: evidenceOf(of), sk: 'COUNTER' });

/** The same as {@link takeDailyPlace}, of files of evidence. */
export const takeEvidencePlace = (table: ScoreTable, of: UnitOf, day: string): Promise<boolean> =>
  takePlace(table, evidenceOf(of), { ...of, day, places: evidencePerDay });

interface Places {
  unit_id: string;
  day: string;
  places: number;
}

const takePlace = (table: ScoreTable, pk: string, { unit_id, day, places }: Places): Promise<boolean> =>
  updateItem(
    table,
    { pk, sk: `DAY#${day}#${unit_id}` },
    {
      UpdateExpression: 'ADD places_taken :one',
      ConditionExpression: 'attribute_not_exists(pk) OR places_taken < :places',
      ExpressionAttributeValues: { ':one': 1, ':places': places },
    },
  );
