import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** What programs read: UTF-8 without a mark, commas, CRLF (RFC 4180). */
export const renderPlainCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });

/** Records by the names in the first line. */
export const parsePlainCsv = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
