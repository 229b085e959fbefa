import type { Finding } from '../../../shared/submission/submission.ts';

/** Rewrites one line on a terminal; one line each where there is none, so that a log keeps them. */
export function showProgress(step: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${step}`);
  else console.log(step);
}

/** Ends a progress line. */
export function endProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
}

export function showFinding({ rule, sheet, cell, row, field, message_vi }: Finding): string {
  const place = [sheet && `trang tính “${sheet}”`, cell && `ô ${cell}`, row && `dòng ${row}`, field]
    .filter(Boolean)
    .join(', ');
  return `${rule}${place ? ` (${place})` : ''}: ${message_vi}`;
}
