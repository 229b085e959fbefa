import { Console } from 'node:console';
import type { Finding } from '../../../shared/submission/submission.ts';
import { progressLine } from './progress-line.ts';

/** A progress line on this stream. Into a log by the console, which does not mind a reader that has gone, as `head` does. */
export function progressOn(stream: NodeJS.WriteStream) {
  const log = new Console(stream);
  return progressLine({
    columns: stream.isTTY ? stream.columns || 80 : null,
    write: (text) => (stream.isTTY ? stream.write(text) : log.log(text.trimEnd())),
    now: () => performance.now(),
  });
}

const line = progressOn(process.stdout);

/** The command's one progress line. */
export const showProgress = line.show;

/** Ends it, before something else is printed. */
export const endProgress = line.end;

export function showFinding({ rule, sheet, cell, row, field, message_vi }: Finding): string {
  const place = [sheet && `trang tính “${sheet}”`, cell && `ô ${cell}`, row && `dòng ${row}`, field]
    .filter(Boolean)
    .join(', ');
  return `${rule}${place ? ` (${place})` : ''}: ${message_vi}`;
}
