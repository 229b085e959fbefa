/** A function answers 6 MB at most, JSON within JSON; units prove and explain in texts as long as a cell holds. */
const pageBytes = 3_500_000;

/** The first of the rows, as many as one answer tells, and at least one. */
export function rowsThatFit<Row>(rows: readonly Row[]): Row[] {
  let bytes = 0;
  const end = rows.findIndex((row, at) => {
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(row)));
    return at > 0 && bytes > pageBytes;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}
