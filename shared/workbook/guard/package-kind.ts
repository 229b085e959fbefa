import { contentTypesPart, readContentTypes } from './content-types.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';

const activeParts = ['xl/macrosheets/', 'xl/activex/', 'xl/embeddings/'];
const activeType = /macroenabled|vbaproject|activex/i;

/** Check 10: a plain .xlsx, without anything that can run. */
export function checkPackageKind(parts: PackageParts): void {
  const holds = (folder: string): boolean => parts.names.some((name) => name.startsWith(folder));
  if (parts.has('mimetype')) refuse('FILE_ODS');
  if (holds('word/')) refuse('FILE_NOT_XLSX', { kind: 'DOCX' });
  if (holds('ppt/')) refuse('FILE_NOT_XLSX', { kind: 'PPTX' });
  if (parts.has('xl/workbook.bin')) refuse('FILE_XLSB');
  const isActive = (name: string): boolean =>
    name.includes('vbaproject') || activeParts.some((at) => name.startsWith(at));
  const active = parts.names.find(isActive);
  if (active !== undefined) refuse('FILE_MACRO', { found: active });
  if (!parts.has(contentTypesPart)) refuse('FILE_NOT_XLSX', { kind: 'ZIP' });
  checkContentTypes(parts);
}

/** A type counts where a part is of it, the workbook above all: SheetJS names one for macros in every file, and has no such part. */
function checkContentTypes(parts: PackageParts): void {
  const typeOf = readContentTypes(parts);
  const active = parts.names.find((name) => activeType.test(typeOf(name)));
  if (active !== undefined) refuse('FILE_MACRO', { found: typeOf(active) });
}
