import { bodyIdOf } from '../../frameworks/bodies.ts';
import type { Indicator } from '../../frameworks/framework.ts';

/**
 * Whether an indicator is verified by one of the bodies, by id, that somebody appraises for; null: for all. One that names
 * no body is the owner's: theirs who appraise for all.
 */
export const isOfBodies = ({ verified_by_vi }: Indicator, bodies: readonly string[] | null): boolean =>
  bodies === null || bodies.some((body) => body === bodyIdOf(verified_by_vi));
