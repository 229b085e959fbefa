import * as z from 'zod';
import type { FigureSource } from '../figure.ts';

const receipt = z.int().min(1);
/** A cell of a form, or a row of JSON or CSV; numbers come as the digits that were sent. */
const source = z.union([
  z.strictObject({ receipt, sheet: z.string().min(1).max(100), cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/) }),
  z.strictObject({ receipt, row: z.int().min(1) }),
]);

interface Element {
  from?: unknown;
}

/** Digits are kept as text while JSON is read. */
function parse(from: unknown) {
  if (typeof from !== 'object' || from === null) return null;
  const fields = Object.entries(from).map(([name, value]) => [
    name,
    (name === 'receipt' || name === 'row') && /^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : value,
  ]);
  const parsed = source.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}

export const isSourceOrNull = (from: unknown): boolean => from === undefined || from === null || parse(from) !== null;

/** Undefined where none is named. */
export function sourceIn(element: Element): FigureSource | undefined {
  const found = parse(element.from);
  if (!found) return undefined;
  const lacks = (['evidence', 'note'] as const).filter((field) => !Object.hasOwn(element, field));
  return { sheet: null, cell: null, row: null, ...found, lacks };
}

/** More receipts than a correction could be made from. */
const mostReceipts = 20;

/** Numbers of the receipts that a JSON text names; what is wrong with it is found where it is read. */
export function namedReceipts(bytes: Uint8Array): number[] {
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(list)) return [];
    const named = list.flatMap((element: Element | null) => parse(element?.from)?.receipt ?? []);
    return [...new Set(named)].slice(0, mostReceipts);
  } catch {
    return [];
  }
}
