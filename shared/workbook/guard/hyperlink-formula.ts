/** In place of an address that is computed: nothing that anyone can follow, and told as such. */
const computedLink = 'HYPERLINK(…)';

const call = /^\s*(?:_xlfn\.)?HYPERLINK\s*\(/i;
const literal = /^\s*(?:_xlfn\.)?HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;]|\)\s*$)/i;

/** What a cell is linked to by `HYPERLINK("address";"text")`; null: the formula is another one. */
export function linkOfFormula(formula: string): string | null {
  if (!call.test(formula)) return null;
  return literal.exec(formula)?.[1]?.replaceAll('""', '"') ?? computedLink;
}
