/** The disk has no room left; what was written before stands, and nothing was taken away. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';

  constructor(options: { cause?: unknown } = {}) {
    super(
      'Ổ đĩa đã đầy: đề nghị giải phóng dung lượng rồi chạy lại, dữ liệu đã ghi trước đó còn nguyên / ' +
        'the disk is full: free some space and start again; what was written before is whole',
      options,
    );
  }
}

/** Where an engine tells a fault of its own that no caller is answered with. */
export type Report = (error: unknown) => void;

/** Node's, LevelDB's and DuckDB's ways to say it: a code, or a text of the system. */
const codes = new Set(['ENOSPC', 'EDQUOT']);
const texts = /no space left on device|disk quota exceeded|the disk is full/i;

/** The same error, or {@link DiskFull} where that is what it means; looks at causes too. */
export function tellDiskFull(error: unknown): unknown {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) {
    if (cause instanceof DiskFull) return cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (codes.has(code ?? '') || texts.test(message)) return new DiskFull({ cause: error });
  }
  return error;
}
