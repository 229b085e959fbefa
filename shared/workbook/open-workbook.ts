import type { CellBook } from '../submission/cell-book.ts';
import type { Finding } from '../submission/submission.ts';
import { checkFileKind } from './guard/file-kind.ts';
import { checkPackageKind } from './guard/package-kind.ts';
import { openParts } from './guard/package-parts.ts';
import { findGuard, Refusal } from './guard/refusal.ts';
import { sanitisePackage } from './guard/sanitise-package.ts';
import { readZipDirectory } from './guard/zip-directory.ts';
import { readCells } from './read-cells.ts';

export interface OpenedWorkbook {
  /** Null exactly when a finding is an error. */
  book: CellBook | null;
  findings: Finding[];
}

export interface OpenDeps {
  /** Gets what a library said of a refused file, for the log; it is never shown. */
  reportCause?(cause: unknown): void;
}

/**
 * The cells of an uploaded workbook, or why it is refused. Any bytes may come: nothing is thrown, and no spreadsheet
 * library sees them before checks 1–17 have passed and the values have been written into a package of our own.
 */
export async function openWorkbook(bytes: Uint8Array, deps: OpenDeps = {}): Promise<OpenedWorkbook> {
  try {
    return await openChecked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    const cause = isRefusal ? error.cause : error;
    if (cause !== undefined) deps.reportCause?.(cause);
    return { book: null, findings: isRefusal ? error.findings : [findGuard('FILE_BROKEN')] };
  }
}

async function openChecked(bytes: Buffer): Promise<OpenedWorkbook> {
  checkFileKind(bytes);
  const parts = openParts(bytes, await readZipDirectory(bytes));
  checkPackageKind(parts);
  const sanitised = sanitisePackage(parts);
  const book = await readCells(sanitised);
  return { book, findings: sanitised.linksDropped ? [findGuard('LINKS_DROPPED')] : [] };
}
