import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { ItemKey, ScoreTable } from '../../../shared/score-store/score-table.ts';

/**
 * The key of every item whose partition begins with one of the prefixes, of every item where none is given; page by page.
 * Here, where only commands reach it: a function has no right to scan, and no question of one may cost a whole table.
 */
export async function* scanKeys(table: ScoreTable, prefixes: readonly string[] = []): AsyncGenerator<ItemKey> {
  const pages = paginateScan(
    { client: table.client },
    { TableName: table.name, ConsistentRead: true, ProjectionExpression: 'pk, sk', ...filterOf(prefixes) },
  );
  for await (const page of pages) yield* (page.Items ?? []) as ItemKey[];
}

function filterOf(prefixes: readonly string[]): object {
  if (prefixes.length === 0) return {};
  return {
    FilterExpression: prefixes.map((_, n) => `begins_with(pk, :p${n})`).join(' OR '),
    ExpressionAttributeValues: Object.fromEntries(prefixes.map((prefix, n) => [`:p${n}`, prefix])),
  };
}
