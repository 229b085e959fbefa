import { type Cut, cutAt } from './cut.ts';
import { safeAddress } from './safe-address.ts';

const dash = '[-‐‑‒–—−]';

/** `12/QĐ-UBND`, `36/2021/TT-BTTTT`, `52-NQ/TW`, `1234/STTTT-CNTT&CĐS`; with a space about its first stroke too. */
const symbols = `\\p{Lu}[\\p{L}\\p{N}]*(?:(?:${dash}|[/&.])\\p{Lu}[\\p{L}\\p{N}]*)*`;
const fullNumber = new RegExp(
  `(?<![\\p{L}\\p{N}/.]|[\\p{L}\\p{N}]-)\\d{1,6}[a-zđ]?(?:\\s?/\\s?\\d{4})?(?:\\s?/\\s?|${dash})${symbols}`,
  'u',
);

/** `Báo cáo số 122`, where nothing but the date, the issuer or the end follows. */
const bareNumber = /(?<![\p{L}\p{N}])(?:số|so)\s?:?\s?(\d{1,6})(?=\s*$|\s*[,(]|\s+(?:ngày|ngay|của|cua)\s)/iu;

const announcesNumber = /(?:^|[\s,(])(?:số|so)$/iu;
const announcesDate = /(?:^|[\s,(])(?:(?:ban hành|ban hanh|ký|ky)\s+)?(?:ngày ký|ngày|ngay)$/iu;

export function findNumber(text: string): Cut<string> | null {
  const full = fullNumber.exec(text);
  if (full) return cutAt(text, { ...extentOf(full), found: tidyNumber(full[0]) }, announcesNumber);
  const bare = bareNumber.exec(text);
  return bare && cutAt(text, { ...extentOf(bare), found: bare[1]! });
}

/** Whoever types or pastes puts any dash there; the number of a document has one. */
const tidyNumber = (number: string): string => number.replace(new RegExp(dash, 'gu'), '-').replace(/\s/g, '');

const dates =
  /(?<![\p{L}\p{N}/.]|[\p{L}\p{N}]-)(?:(?<d>\d{1,2})\s?(?<mark>[/.‐‑‒–—−-])\s?(?<m>\d{1,2})\s?\k<mark>\s?(?<y>\d{4})|(?<iy>\d{4})-(?<im>\d{2})-(?<id>\d{2})|(?<wd>\d{1,2})\s+tháng\s+(?<wm>\d{1,2})\s+năm\s+(?<wy>\d{4}))(?![\p{L}\p{N}]|[/-]\d)/giu;

/** The first day that there was: `05/3/2026`, `5-3-2026`, `ngày 05 tháng 3 năm 2026`, `2026-03-05`. */
export function findDate(text: string): Cut<string> | null {
  for (const match of text.matchAll(dates)) {
    const found = isoOf(match.groups as Record<string, string | undefined>);
    if (found) return cutAt(text, { ...extentOf(match), found }, announcesDate);
  }
  return null;
}

function isoOf({ d, m, y, iy, im, id, wd, wm, wy }: Record<string, string | undefined>): string | null {
  const [year, month, day] = [y ?? iy ?? wy ?? '', m ?? im ?? wm ?? '', d ?? id ?? wd ?? ''];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // An impossible day rolls over to the next month, or is none.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isDay && iso >= '1945-09-02' && iso < '2100-01-01' ? iso : null;
}

/** Behind an address, a sentence goes on. */
const sentenceEnd = /[.,:!?)\]'’”]+$/u;

export function findAddress(text: string): Cut<string> | null {
  for (const match of text.matchAll(/https?:\/\/[^\s"<>“]+/giu)) {
    const written = match[0].replace(sentenceEnd, '');
    const found = safeAddress(written);
    if (found) return cutAt(text, { index: match.index, length: written.length, found });
  }
  return null;
}

const fileHash = /tệp SHA-256:?\s+([0-9a-f]{64})(?![\p{L}\p{N}])/iu;

/** `tệp SHA-256 …`: a file that the unit sent beside its figures, as a record that came by JSON is shown in a cell. */
export function findFile(text: string): Cut<string> | null {
  const file = fileHash.exec(text);
  return file && cutAt(text, { ...extentOf(file), found: file[1]!.toLowerCase() });
}

const extentOf = (match: RegExpExecArray): { index: number; length: number } => ({
  index: match.index,
  length: match[0].length,
});
