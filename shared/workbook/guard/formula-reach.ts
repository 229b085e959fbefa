/** Functions that fetch from outside the book. */
const outsideFunctions =
  /(?:^|[^A-Z0-9_])(?:WEBSERVICE|DDE|RTD|CALL|REGISTER\.ID|IMAGE|STOCKHISTORY|SQL\.REQUEST|CUBE[A-Z]{3,20})\s*\(/i;

/** How Google Sheets exports a function that Excel lacks: inside a text, with the value fetched last behind it. */
const outsideGoogle = /DUMMYFUNCTION\("[^"]{0,255}\b(?:IMPORT[A-Z]{3,5}|GOOGLE[A-Z]{7,9})\(/i;

/** `[1]Sheet1!A1`, `[1]!Rate`; brackets of a table reference are never followed by a name and `!`. */
const outsideSheet = /\](?:[\p{L}\p{N}_.]{0,255})!/u;

/**
 * Whether a formula looks outside its own book: another workbook, a DDE topic (`app|topic!item`), or a function that fetches.
 * `outsideNames`: names defined in the book, in lower case, that do so themselves.
 * Only the flag is kept, never the text of a formula.
 */
export function reachesOutside(formula: string, outsideNames: ReadonlySet<string>): boolean {
  // Every second piece stands inside a text constant.
  const split = formula.split('"');
  const pieces = split.filter((_piece, at) => at % 2 === 0);
  if (outsideGoogle.test(formula) || (/INDIRECT\s*\(/i.test(formula) && split.some(isBookInText))) return true;
  return pieces.some((piece) => fetches(piece) || namesBook(piece) || usesName(piece, outsideNames));
}

/** `INDIRECT("'[book.xlsx]Sheet'!A1")`. */
const isBookInText = (piece: string, at: number): boolean => at % 2 === 1 && /\][^\]]{0,255}!|\.xls/i.test(piece);

function fetches(piece: string): boolean {
  return piece.includes('|') || outsideFunctions.test(piece);
}

function namesBook(piece: string): boolean {
  return outsideSheet.test(piece) || hasQuotedBook(piece);
}

function usesName(piece: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return (piece.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []).some((word) => names.has(word.toLowerCase()));
}

/** `'[1]Sheet 1'!A1` or `'C:\folder\[book.xlsx]Sheet'!A1`: a sheet's own name cannot hold a bracket. */
function hasQuotedBook(piece: string): boolean {
  const quoted = piece.split("'");
  return quoted.some((name, at) => at % 2 === 1 && name.includes('[') && (quoted[at + 1] ?? '').startsWith('!'));
}
