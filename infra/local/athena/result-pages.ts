import { stringify } from 'csv-stringify/sync';
import { ServiceError } from '../json-service.ts';
import type { AnswerRow, QueryAnswer } from './query-answer.ts';

const largestPage = 1000;

export interface PageRequest {
  MaxResults?: number;
  NextToken?: string;
}

/** A page of GetQueryResults. The header is the first row of the first page and counts; a NULL has no `VarCharValue`. */
export function resultPage(answer: QueryAnswer, { MaxResults = largestPage, NextToken }: PageRequest) {
  if (MaxResults < 1 || MaxResults > largestPage) {
    throw new ServiceError('InvalidRequestException', `MaxResults must be between 1 and ${largestPage}`);
  }
  const start = readToken(NextToken);
  const end = start + MaxResults;
  // The answer is not copied: with a header put in front, a page would cost as much as all of them.
  const header = start === 0 ? [answer.columns.map(({ name }) => name)] : [];
  const rows = [...header, ...answer.rows.slice(Math.max(0, start - 1), end - 1)];
  return {
    ResultSet: { Rows: rows.map(resultRow), ResultSetMetadata: { ColumnInfo: answer.columns.map(columnInfo) } },
    ...(end < answer.rows.length + 1 ? { NextToken: `row-${end}` } : {}),
  };
}

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const row = /^row-(\d{1,9})$/.exec(token)?.[1];
  if (row === undefined) throw new ServiceError('InvalidRequestException', 'NextToken is not one of this query');
  return Number(row);
}

const resultRow = (row: AnswerRow) => ({ Data: row.map((value) => (value === null ? {} : { VarCharValue: value })) });

const columnInfo = ({ name, type }: { name: string; type: string }) => ({
  CatalogName: 'hive',
  SchemaName: '',
  TableName: '',
  Name: name,
  Label: name,
  Type: type,
  Nullable: 'UNKNOWN',
});

/** The file that Athena leaves at the output location: all text quoted, a NULL empty and unquoted. */
export function resultCsv(answer: QueryAnswer): Uint8Array {
  const rows = [answer.columns.map(({ name }) => name), ...answer.rows];
  return Buffer.from(stringify(rows, { quoted_string: true }));
}
