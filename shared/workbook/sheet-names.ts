const longest = 31;

/**
 * Names as a workbook takes them: at most 31 characters, none that the format forbids, no apostrophe (formulas quote names
 * with it), no two alike whatever their case. `taken` are those of other sheets.
 */
export function sheetNames(wanted: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map(folded));
  return wanted.map((text) => {
    const clean =
      text
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || 'Trang';
    const name = firstFree(clean, used);
    used.add(folded(name));
    return name;
  });
}

const folded = (name: string): string => name.toLocaleLowerCase('vi').normalize('NFC');

function firstFree(clean: string, used: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const name = cut(clean, longest - suffix.length) + suffix;
    if (!used.has(folded(name))) return name;
  }
}

/** At a space where there is one, so that no word is left half. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, space > length / 2 ? space : length).trim();
}
