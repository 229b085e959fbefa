import * as z from 'zod';
import { longestText } from '../../shared/submission/draft/draft-row.ts';
import { hasTooManyMarks } from '../../shared/submission/values/text-bounds.ts';

/** What one row may hold, and how many come at once: a whole form, sent as JSON, stays below what the API takes. */
export const draftBounds = {
  ...{ rows: 250, value: 500, text: longestText, record: 500, records: 20 },
  /** Of all documents of a row together: fifty versions of it are one answer. */
  recordsTotal: 6000,
} as const;

export const codes = { indicator: z.string().min(1).max(60), input: z.string().min(1).max(60) };

/** As it was typed, and nothing else. A sign that was lost on the way would be refused once it is sent. */
const typedText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\uFFFD') && !hasTooManyMarks(text), {
      error: 'holds characters that cannot be read',
      params: { vi: 'có ký tự không đọc được; đề nghị nhập lại' },
    });

/** The same where nothing may stand: spaces alone are nothing. */
export const typedOrBlank = (longest: number) =>
  typedText(longest)
    .nullable()
    .transform((text) => (text === null || text.trim() === '' ? null : text));

const record = z.strictObject({
  number: typedText(draftBounds.record).exactOptional(),
  date: typedText(draftBounds.record).exactOptional(),
  issuer: typedText(draftBounds.record).exactOptional(),
  title: typedText(draftBounds.record).exactOptional(),
  address: typedText(draftBounds.record).exactOptional(),
  file_sha256: typedText(draftBounds.record).exactOptional(),
});

const areShort = (records: z.infer<typeof record>[]) =>
  records.flatMap((one) => Object.values(one)).join('').length <= draftBounds.recordsTotal;

export const typedRecords = z
  .array(record)
  .min(1)
  .max(draftBounds.records)
  .refine(areShort, {
    error: `holds more than ${draftBounds.recordsTotal} characters`,
    params: { vi: `các tài liệu của một dòng dài quá ${draftBounds.recordsTotal} ký tự; đề nghị rút gọn` },
  });
