/** The table under each heading of a page: a record per row, by column, marks of code taken off. */
export function readTables(markdown: string): Map<string, Record<string, string>[]> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const [header, , ...rows] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
      return [plain(heading), rows.map((row) => Object.fromEntries((header ?? []).map((name, i) => [name, row[i]!])))];
    }),
  );
}

const cellsOf = (line: string) => line.split('|').slice(1, -1).map(plain);

const plain = (text: string) => text.replaceAll('`', '').trim();
