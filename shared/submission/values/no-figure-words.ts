/** What people put into the cell of a figure that there is not, each seen in forms. */
const words = new Set([
  ...['.', '..', '…', '...', '-', '--', '–', '—', '\u2212', '/', '\\', 'x'],
  ...['không', 'không có', 'không có số liệu', 'không áp dụng', 'ko', 'ko có'],
  ...['chưa', 'chưa có', 'chưa có số liệu', 'n/a', 'na', 'none', 'null', 'nil'],
]);

/** Whether a text says that there is no figure. `text` is clean. */
export function saysNoFigure(text: string): boolean {
  const folded = text.toLocaleLowerCase('vi').replace(/\s+/g, ' ');
  return words.has(folded) || words.has(folded.replace(/[.;]$/, ''));
}
