import type { Word } from '../words.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long there is until the end of a day; `at` is the first instant after it. */
export function tellLeft(at: string): Word {
  const left = Math.ceil((Date.parse(at) - Date.now()) / dayMs) - 1;
  if (left < 0) return { vi: 'đã quá hạn', en: 'past' };
  if (left === 0) return { vi: 'hôm nay là ngày cuối', en: 'today is the last day' };
  return { vi: `còn ${left} ngày`, en: `${left} days left` };
}
