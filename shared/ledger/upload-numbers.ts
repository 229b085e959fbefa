import { getItem, nextNumber, type ScoreTable, updateItem } from '../score-store/score-table.ts';
import type { PeriodOf, UnitOf } from './chain.ts';
import type { UnitState } from './fold-unit.ts';

/** Files that a unit may send in one day where its period says nothing else: many more than anybody needs. */
export const defaultReceiptsPerDay = 50;

const uploadsOf = ({ group, period }: PeriodOf) => `UPLOADS#${group}#${period}`;

/**
 * The next upload number of the period. Given out once, never again; of two files the greater is the newer. Always above
 * those in the unit's chain: the counter can be lost, or put back from a copy, and the chain cannot.
 */
export async function nextUploadNumber(table: ScoreTable, of: UnitOf, { receipts }: UnitState): Promise<number> {
  const used = receipts.reduce((greatest, { upload_number }) => Math.max(greatest, upload_number), 0);
  const number = await drawAbove(table, of, used);
  await updateItem(table, lastKey(of), {
    UpdateExpression: 'SET upload_number = :number',
    ConditionExpression: 'attribute_not_exists(pk) OR upload_number < :number',
    ExpressionAttributeValues: { ':number': number },
  });
  return number;
}

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
  return (await getItem<{ upload_number: number }>(table, lastKey(of)))?.upload_number ?? 0;
}

const lastKey = (of: UnitOf) => ({ pk: uploadsOf(of), sk: `UNIT#${of.unit_id}` });

/**
 * Takes one of the unit's places of a day (`2026-10-05`, in Vietnam). False: there is none left. Counted where numbers are
 * given out and not where files come in: what S3 has taken can no longer be turned away.
 */
export const takeDailyPlace = (table: ScoreTable, of: UnitOf, day: string, places: number): Promise<boolean> =>
  updateItem(
    table,
    { pk: uploadsOf(of), sk: `DAY#${day}#${of.unit_id}` },
    {
      UpdateExpression: 'ADD places_taken :one',
      ConditionExpression: 'attribute_not_exists(pk) OR places_taken < :places',
      ExpressionAttributeValues: { ':one': 1, ':places': places },
    },
  );
