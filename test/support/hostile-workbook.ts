import type { GuardRule } from '../../shared/submission/rules/catalogue/guard-rules.ts';
import { type RawBook, rawWorkbook } from './raw-workbook.ts';

/** A file that somebody will send, by malice or by accident. */
export interface HostileWorkbook {
  name: string;
  /** A rule that refuses it, others may join; null where it is harmless once sanitised, and opened. */
  refusedBy: GuardRule | null;
  build(): Buffer;
}

export const megabyte = 1024 * 1024;
export const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
export const plain: RawBook = { sheets: [{ data: cell }] };

export const file = (refusedBy: GuardRule | null, name: string, build: () => Buffer): HostileWorkbook => ({
  name,
  refusedBy,
  build,
});
export const book = (refusedBy: GuardRule | null, name: string, content: () => RawBook): HostileWorkbook =>
  file(refusedBy, name, () => rawWorkbook(content()));
export const sheet = (refusedBy: GuardRule | null, name: string, content: () => RawBook['sheets']): HostileWorkbook =>
  book(refusedBy, name, () => ({ sheets: content() ?? [] }));
