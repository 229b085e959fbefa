import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';

const contentTypes = '[Content_Types].xml';
const activeParts = ['xl/macrosheets/', 'xl/activex/', 'xl/embeddings/'];

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
  if (!parts.has(contentTypes)) refuse('FILE_NOT_XLSX', { kind: 'ZIP' });
  checkContentTypes(parts);
}

function checkContentTypes(parts: PackageParts): void {
  parts.pass(contentTypes, {
    open(_name, { ContentType: type }) {
      if (type && /macroenabled|vbaproject|activex/i.test(type)) refuse('FILE_MACRO', { found: type });
    },
  });
}
