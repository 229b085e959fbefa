import { stringify } from 'csv-stringify/sync';
import { guardText } from '../../shared/format/guard-text.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { LogLine } from './log-line.ts';

const header = ['at', 'unit_id', 'unit_name_vi', 'number', 'kind', 'subject', 'role', 'about', 'sha256'];

/** Bytes. An answer of the API ends at 6 MB. */
const longestAnswer = 5_000_000;

/** The whole log as CSV, as releases write theirs: BOM, CRLF, texts that no spreadsheet runs. */
export function logCsv(lines: readonly LogLine[], longest = longestAnswer): string {
  const rows = lines.map((line) => [
    ...[
      line.at,
      line.unit_id ?? '',
      line.unit_name_vi ?? '',
      `${line.number}`,
      line.kind,
      line.subject ?? '',
      line.role,
    ],
    ...[JSON.stringify(line.about), line.sha256],
  ]);
  const text = stringify([header, ...rows.map((row) => row.map(guardText))], {
    ...{ bom: true, record_delimiter: 'windows' },
    quoted_match: /[\r\n]/,
  });
  if (Buffer.byteLength(text) <= longest) return text;
  throw new Problem(
    413,
    'log-too-long',
    `Nhật ký có ${lines.length} dòng, quá dài cho một lần tải; đề nghị chọn một đơn vị hoặc khoảng ngày ngắn hơn.`,
    `${lines.length} entries are too many for one download; ask for one unit or fewer days.`,
  );
}
