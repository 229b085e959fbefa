import { bodyNameVi } from '../frameworks/bodies.ts';
import type { Framework, Indicator } from '../frameworks/framework.ts';
import type { Caller } from '../identity/caller.ts';
import { isOfBodies } from '../submission/appraisal/own-bodies.ts';
import { Problem } from './problem.ts';

/** An indicator of the period's framework; 404 where it has none of that code. */
export function requireKnownIndicator(code: string, { indicators }: Framework): Indicator {
  const found = indicators.find(({ indicator }) => indicator === code);
  if (found) return found;
  throw new Problem(
    404,
    'indicator-unknown',
    `Bộ chỉ số của kỳ không có chỉ số "${code}"; đề nghị kiểm tra lại mã.`,
    `The period's framework has no indicator "${code}".`,
  );
}

/** 403 for an appraiser of other bodies than verify it. */
export function requireBodyIndicator(indicator: Indicator, { bodies }: Caller): void {
  if (isOfBodies(indicator, bodies)) return;
  throw new Problem(
    403,
    'other-body',
    `Chỉ số “${indicator.name_vi}” không thuộc cơ quan kiểm chứng mà tài khoản được giao (${(bodies ?? []).map(bodyNameVi).join('; ')}).`,
    'The indicator is not verified by a body of this account.',
  );
}
