import { maxUploadBytes } from '../../submission/upload-limits.ts';
import { textBounds } from '../../submission/values/text-bounds.ts';

/**
 * What the guard accepts. A filled form of 150 × 12 has 27 KB, 25 entries, 121 KB unzipped, worst part ratio 12.5 and
 * 1,800 values; each limit leaves at least 20 times that, and together they keep an answer under a second and 150 MB.
 */
export const limits = {
  ...textBounds,
  fileBytes: maxUploadBytes,
  entries: 200,
  partBytes: 12 * 1024 * 1024,
  totalBytes: 24 * 1024 * 1024,
  /** Unzipped to zipped size, for parts over `ratioFreeBytes`; a note copied into every row packs well and is no attack. */
  ratio: 150,
  ratioFreeBytes: 4 * 1024 * 1024,
  /** Of all parts that are read; pictures, drawings and the like are not. */
  xmlBytes: 8 * 1024 * 1024,
  elements: 500_000,
  xmlDepth: 64,
  attributesPerElement: 100,
  sheets: 40,
  sheetNameLength: 255,
  rows: 20_000,
  /** Cells as written, blank ones with a format included. */
  cells: 300_000,
  /** Cells that hold something: only these reach the spreadsheet library. */
  values: 36_000,
  strings: 200_000,
  /** Characters of a number as written. */
  numberLength: 400,
  /** Characters of all texts together, counted again for each cell that shows one. */
  textTotal: 2 * 1024 * 1024,
  column: 16_384,
  row: 1_048_576,
  merges: 2_000,
  mergedCells: 20_000,
  filledCells: 20_000,
  /** Links that are kept of a sheet; a form has a row for each, and far fewer rows. */
  links: 10_000,
  cellFormats: 65_536,
} as const;
