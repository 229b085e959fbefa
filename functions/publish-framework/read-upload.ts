import * as z from 'zod';
import type { FrameworkFiles } from '../../shared/frameworks/parse-framework.ts';
import { readBody, type WithBody } from '../../shared/http/messages.ts';
import { Problem } from '../../shared/http/problem.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { readArchive } from '../../shared/workbook/read-archive.ts';
import { sheetAsCsv } from '../../shared/workbook/sheet-csv.ts';

const names = ['framework.json', 'indicators.csv'] as const;

/** A framework has some hundred lines; the largest delivered one 60 KB. */
const mostBytes = 1024 * 1024;

const text = z.string().max(mostBytes);
const asJson = z.strictObject({
  'framework.json': text,
  'indicators.csv': text.optional(),
  /** The same table as a spreadsheet: its sheet `indicators`, or its first. */
  'indicators.xlsx': z
    .base64()
    .max(2 * mostBytes)
    .optional(),
});

export interface Upload {
  contentType: string | undefined;
  bytes: Uint8Array;
  event: WithBody;
}

/** The two files of a framework's folder, zipped or as texts by name; the table also as a spreadsheet. */
export async function readUpload({ contentType = '', bytes, event }: Upload): Promise<FrameworkFiles> {
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  if (bytes.length > 2 * mostBytes) throw tooBig(bytes.length);
  if (type === 'application/json') return readTexts(readBody(event, asJson));
  if (type === 'application/zip' || type === 'application/x-zip-compressed') return readZip(bytes);
  throw new Problem(
    415,
    'content-type',
    'Chỉ nhận thư mục bộ chỉ số nén ZIP (application/zip), hoặc hai tệp framework.json và indicators.csv trong JSON.',
    'Send the folder as application/zip, or both files as application/json.',
  );
}

async function readTexts(texts: z.infer<typeof asJson>): Promise<FrameworkFiles> {
  const { 'framework.json': framework, 'indicators.csv': csv, 'indicators.xlsx': workbook } = texts;
  if ((csv === undefined) === (workbook === undefined)) throw oneTable();
  return { 'framework.json': framework, 'indicators.csv': csv ?? (await readSheet(workbook!)) };
}

async function readSheet(base64: string): Promise<string> {
  const { book, findings } = await openWorkbook(Buffer.from(base64, 'base64'));
  const csv = book && sheetAsCsv(book, 'indicators');
  if (csv) return csv;
  throw badArchive(findings.map(({ message_vi, message_en }) => [message_vi, message_en]));
}

const oneTable = (): Problem =>
  new Problem(
    422,
    'framework-table',
    'Đề nghị gửi bảng chỉ số một lần: indicators.csv hoặc indicators.xlsx.',
    'Send the table of indicators once: as indicators.csv or as indicators.xlsx.',
  );

async function readZip(bytes: Uint8Array): Promise<FrameworkFiles> {
  const read = await readArchive(bytes, names);
  if ('findings' in read) throw badArchive(read.findings.map(({ message_vi, message_en }) => [message_vi, message_en]));
  const missing = names.filter((name) => !read.files.has(name));
  if (missing.length > 0) throw incomplete(missing);
  const textOf = (name: string) => new TextDecoder().decode(read.files.get(name));
  return { 'framework.json': textOf('framework.json'), 'indicators.csv': textOf('indicators.csv') };
}

const badArchive = (messages: [string, string][]): Problem =>
  new Problem(
    422,
    'framework-archive',
    `Tệp không dùng được: ${messages.map(([vi]) => vi).join(' ')}`,
    `The file is refused: ${messages.map(([, en]) => en).join(' ')}`,
  );

const incomplete = (missing: string[]): Problem =>
  new Problem(
    422,
    'framework-incomplete',
    `Tệp ZIP thiếu ${missing.join(' và ')}; đề nghị nén cả thư mục của bộ chỉ số.`,
    `The archive lacks ${missing.join(' and ')}.`,
  );

const tooBig = (found: number): Problem =>
  new Problem(
    413,
    'framework-too-big',
    `Nội dung có ${found} byte, lớn hơn ${2 * mostBytes} byte; đề nghị chỉ gửi hai tệp của bộ chỉ số.`,
    `${found} bytes are more than ${2 * mostBytes}.`,
  );
