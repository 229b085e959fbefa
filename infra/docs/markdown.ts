/** First lines of a page that is made from code. */
export const pageHead = (title: string, about: string, sources: string): string =>
  `# ${title}\n\n<!-- Made by "npm run docs" from ${sources}; a test says when it is out of date. Do not edit. -->\n\n${about}\n`;

/** A table; what stands in a cell may hold line breaks and bars. */
export function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(inCell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

export const code = (text: string): string => `\`${text}\``;

const inCell = (text: string): string => text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
