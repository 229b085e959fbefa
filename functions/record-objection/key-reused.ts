import { Problem } from '../../shared/http/problem.ts';

/** A key that was used for anything else. */
export const keyReused = (): Problem =>
  new Problem(
    422,
    'idempotency-key-reused',
    'Idempotency-Key này đã dùng cho một yêu cầu khác của đơn vị. Đề nghị dùng khóa mới.',
    'This Idempotency-Key was used for another request of the unit; send again with a new one.',
  );
