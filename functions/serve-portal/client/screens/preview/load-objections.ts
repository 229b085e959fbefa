import type { UnitObjections } from '../../../../read-objections/read-objections.ts';
import { get } from '../../ask-ahead.ts';

/** All pages of what a unit objected; `of`: `province34/2024/P04-2025`. */
export async function loadObjections(of: string, signal: AbortSignal): Promise<UnitObjections> {
  const path = `/v1/objections/${of}`;
  const first = await get<UnitObjections>(path, signal);
  const objections = [...first.objections];
  for (let { next } = first; next !== null; ) {
    const page: UnitObjections = await get<UnitObjections>(`${path}?cursor=${next}`, signal);
    objections.push(...page.objections);
    next = page.next;
  }
  return { ...first, objections, next: null };
}
