const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/**
 * The line that each record begins on, from 1, as an editor counts; `ends` are the bytes of the text up to the end of each.
 * Counted here, because csv-parse names the line that a record ends on, and takes a `\r\n` within quotes for two.
 */
export function beginningLines(text: string, ends: readonly number[]): number[] {
  const bytes = Buffer.from(text);
  let [at, line] = [0, 1];
  const passBreak = () => {
    if (bytes[at] === lineFeed || bytes[at + 1] !== lineFeed) line += 1;
    at += 1;
  };
  const isBreak = () => bytes[at] === lineFeed || bytes[at] === carriageReturn;
  return ends.map((end) => {
    // Empty lines before it are skipped, and are no record.
    while (isBreak()) passBreak();
    const begins = line;
    while (at < end) {
      if (isBreak()) passBreak();
      else at += 1;
    }
    return begins;
  });
}
