import { Problem } from './problem.ts';

const longest = 200;

/** A file's name as it was given; it travels in a header of the upload, which holds no more. */
export function requireFileName(name: string): void {
  if (name.trim() !== '' && name.length <= longest) return;
  throw new Problem(
    400,
    'file-name-invalid',
    `Tên tệp (file_name) phải có từ 1 đến ${longest} ký tự. Đề nghị đặt lại tên tệp rồi gửi lại.`,
    `"file_name" has 1 to ${longest} characters.`,
  );
}
