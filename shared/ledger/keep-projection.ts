import { type ItemKey, putItem, type ScoreTable } from '../score-store/score-table.ts';
import type { Head } from './entry.ts';

/** Writes a line of a list unless it shows a later head already; one of the same head is repaired. */
export const keepProjection = (table: ScoreTable, row: ItemKey & { head: Head }): Promise<boolean> =>
  putItem(table, row, {
    ConditionExpression: 'attribute_not_exists(pk) OR #head.#number <= :number',
    ExpressionAttributeNames: { '#head': 'head', '#number': 'number' },
    ExpressionAttributeValues: { ':number': row.head.number },
  });
