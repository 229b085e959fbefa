import type { Indicator } from '../../frameworks/framework.ts';

/**
 * Whether an indicator is verified by one of the bodies that somebody appraises for; null: for all. One that names no body
 * is nobody's but theirs who appraise for all.
 */
export const isOfBodies = ({ verified_by_vi }: Indicator, bodies: readonly string[] | null): boolean =>
  bodies === null ||
  (verified_by_vi !== undefined && bodies.some((body) => body.normalize('NFC') === verified_by_vi.normalize('NFC')));
