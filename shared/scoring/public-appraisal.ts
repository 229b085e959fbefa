import type { Framework } from '../frameworks/framework.ts';
import type { FrozenAppraisal } from './scores.ts';

/** What is frozen is published with the release: a reason is the unit's own matter unless the framework says otherwise. */
export const publicAppraisal = (
  { appraisal_reasons }: Pick<Framework, 'appraisal_reasons'>,
  { reason, ...appraisal }: FrozenAppraisal,
): FrozenAppraisal => ({ ...appraisal, reason: appraisal_reasons === 'published' && reason !== '' ? reason : null });
