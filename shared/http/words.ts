import * as z from 'zod';
import { cleanText } from '../submission/values/clean-text.ts';

/** Counts as a letter to Unicode and shows as nothing all the same: fillers, variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** What a reader could take for a word: neither spaces nor dots are a reason. */
const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(invisible, ''));

/**
 * A field that one person writes and others read, some of them years later on a public page: NFC, without what nobody sees
 * or what turns a line around, and not blank in any way.
 */
export const words = (longest: number) =>
  z
    .string()
    .transform((raw) => cleanText(raw.toWellFormed()).text)
    .pipe(
      z
        .string()
        .max(longest)
        .refine(says, { error: 'must say something', params: { vi: 'không được để trống' } }),
    );
