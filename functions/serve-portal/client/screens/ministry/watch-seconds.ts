import type { Checklist } from '../../../../publish-release/read-checklist.ts';

const [soon, meanwhile] = [5, 60];

/**
 * Seconds until the next look at a release that moves by itself; 0: it does not. Of one that waits days for its minute a
 * look a minute is enough: each asks every guard of it, which read the chain of every unit.
 */
export function watchSeconds({ announced, released, published }: Checklist, now: number): number {
  if (released && !published) return soon;
  if (announced === null) return 0;
  return Date.parse(announced.public_at) - now > meanwhile * 1000 ? meanwhile : soon;
}
