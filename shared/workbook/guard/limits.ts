/**
 * What the guard accepts. A filled form of 150 × 12 has 27 KB, 25 entries, 121 KB unzipped, worst part ratio 12.5 and
 * 1,800 values; every limit leaves 50 to 100 times that, and keeps an answer under a second and 150 MB.
 */
export const limits = {
  fileBytes: 5 * 1024 * 1024,
  entries: 200,
  partBytes: 12 * 1024 * 1024,
  totalBytes: 24 * 1024 * 1024,
  /** Unzipped to zipped size, for parts over `ratioFreeBytes`. */
  ratio: 150,
  ratioFreeBytes: 1024 * 1024,
  xmlDepth: 64,
  attributesPerElement: 100,
  sheets: 40,
  sheetNameLength: 255,
  rows: 20_000,
  /** Cells as written, blank ones with a format included. */
  cells: 300_000,
  /** Cells that hold something: only these reach the spreadsheet library. */
  values: 100_000,
  strings: 200_000,
  /** Characters of one cell, Excel's own limit. */
  textLength: 32_767,
  /** Characters of a number as written. */
  numberLength: 400,
  /** Characters of all texts together. */
  textTotal: 4 * 1024 * 1024,
  column: 16_384,
  row: 1_048_576,
  merges: 2_000,
  mergedCells: 20_000,
  cellFormats: 65_536,
} as const;
