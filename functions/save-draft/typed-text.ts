import * as z from 'zod';
import { hasTooManyMarks } from '../../shared/submission/values/text-bounds.ts';

/** What one row may hold, and how many come at once: a whole form, sent as JSON, stays below what the API takes. */
export const draftBounds = { rows: 250, value: 500, text: 2000, record: 500, records: 20 } as const;

export const codes = { indicator: z.string().min(1).max(60), input: z.string().min(1).max(60) };

/** As it was typed, and nothing else. A sign that was lost on the way would be refused once it is sent. */
export const typedText = (longest: number) =>
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
