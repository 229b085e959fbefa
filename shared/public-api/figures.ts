import * as z from 'zod';

/** What many answers are made of. */
export const text = z.string().min(1);
export const day = z.iso.date();
export const moment = z.iso.datetime();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.int().min(0);
export const rank = z.int().min(1).nullable();
/** Decimal text with as many decimals as published; never a float. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const measureKind = z.enum(['total', 'main_index', 'pillar']);
/** `dti/province34/2024/r1` */
export const releaseName = z.string().regex(/^[a-z0-9_-]+\/[A-Za-z0-9-]+\/[0-9Q-]+\/[A-Za-z0-9-]+$/);
export const groupNames = { group: text, group_name_vi: text, group_name_en: text };
/** Ask again with it for what follows; null: that was all. */
export const nextCursor = {
  next_cursor: z.string().nullable().describe('`cursor` of the next page; null: this is the last'),
};
