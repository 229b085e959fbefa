import { Problem } from '../../shared/http/problem.ts';
import type { Query } from './public-query.ts';

/** Lists are asked for in pieces of this size unless told otherwise. */
const usual = 100;

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/**
 * At most so many of a list after the one that the cursor names. The cursor holds the key of the last item told, so that
 * what is added meanwhile neither repeats nor hides any other.
 */
export function pageOf<Item>(
  all: readonly Item[],
  { cursor, limit }: Query,
  keyOf: (item: Item) => string,
  most = usual,
): Page<Item> {
  const start = cursor === undefined ? 0 : all.findIndex((item) => writeCursor(keyOf(item)) === cursor) + 1;
  if (cursor !== undefined && start === 0) throw cursorInvalid();
  const items = all.slice(start, start + Math.min(limit === undefined ? most : Number.parseInt(limit, 10), most * 5));
  const isLast = start + items.length >= all.length;
  return { items, next_cursor: isLast ? null : writeCursor(keyOf(items.at(-1)!)) };
}

const writeCursor = (key: string): string => Buffer.from(key).toString('base64url');

const cursorInvalid = () =>
  new Problem(
    400,
    'cursor-invalid',
    'Tham số "cursor" không phải của danh sách này; đề nghị lấy ở "next_cursor" của trang trước với cùng các tham số khác.',
    'The cursor is none of this list; take `next_cursor` of the page before, with the same other parameters.',
  );
