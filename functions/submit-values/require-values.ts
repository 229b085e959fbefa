import { Problem } from '../../shared/http/problem.ts';
import { maxValuesBytes } from '../../shared/submission/upload-limits.ts';

/** The format that the content type names; 415 for any other, and for another charset than UTF-8. */
export function requireFormat<Format extends string>(contentType = '', contentTypes: Record<Format, string>): Format {
  const [mediaType = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const known = Object.entries<string>(contentTypes).find(([, type]) => type === mediaType);
  if (!known) refuseType();
  if (!parameters.every(isUtf8)) refuseCharset();
  return known[0] as Format;
}

/** Parameters other than the charset say nothing of the bytes. */
const isUtf8 = (parameter: string) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter);

function refuseType(): never {
  throw new Problem(
    415,
    'content-type',
    'Chỉ nhận application/json hoặc text/csv; biểu mẫu Excel gửi qua /v1/uploads.',
    'Send application/json or text/csv; a workbook goes by /v1/uploads.',
  );
}

function refuseCharset(): never {
  throw new Problem(
    415,
    'charset',
    'Chỉ nhận dữ liệu mã hóa UTF-8. Đề nghị chuyển mã rồi gửi lại với charset=utf-8.',
    'Send UTF-8, with charset=utf-8 or none.',
  );
}

export function requireSize({ length }: Uint8Array): void {
  if (length <= maxValuesBytes) return;
  throw new Problem(
    413,
    'file-too-big',
    'Số liệu gửi lên lớn hơn 1 MB. Đề nghị chỉ gửi các trường đã quy định.',
    'Over 1 MB.',
  );
}

export const keyReused = () =>
  new Problem(
    422,
    'idempotency-key-reused',
    'Idempotency-Key này đã dùng cho số liệu khác. Đề nghị dùng khóa mới cho lần gửi mới.',
    'This Idempotency-Key came with other bytes before; a new submission takes a new key.',
  );
