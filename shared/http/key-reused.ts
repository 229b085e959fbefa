import { Problem } from './problem.ts';

/** The same request again gets the same answer; a key that was used for anything else is refused. */
export const keyReusedByUnit = () =>
  new Problem(
    422,
    'idempotency-key-reused',
    'Idempotency-Key này đã dùng cho một yêu cầu khác của đơn vị. Đề nghị dùng khóa mới.',
    'This Idempotency-Key was used for another request of the unit; send again with a new one.',
  );
