import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { safeAddress } from '../evidence/safe-address.ts';
import { saysNoEvidence } from '../evidence/says-no-evidence.ts';
import { makeFinding, noPlace, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cleanText } from '../values/clean-text.ts';

/** No figure has more proofs than somebody will look at. */
const mostRecords = 50;

const isText = (text: string): boolean => !saysNoEvidence(text);

/** What a field of a record must be; its text is clean. */
const fieldChecks: Record<keyof EvidenceRecord, (text: string) => boolean> = {
  number: isText,
  date: isDay,
  issuer: isText,
  title: isText,
  address: (text) => safeAddress(text) !== null,
  file_sha256: (text) => /^[0-9a-f]{64}$/.test(text),
};

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Evidence of one element that is a list: its records, or what is wrong with them. */
export function readRecords(list: readonly unknown[], row: number): { records: EvidenceRecord[]; findings: Finding[] } {
  const place: Place = { ...noPlace, row, field: 'evidence' };
  if (list.length === 0 || list.length > mostRecords)
    return { records: [], findings: [findWrong(place, '1', 'evidence')] };
  const read = list.map((value) => readRecord(value));
  const findings = read.flatMap((one, at) => (typeof one === 'string' ? [findWrong(place, `${at + 1}`, one)] : []));
  return { records: read.filter((one) => typeof one !== 'string'), findings };
}

const findWrong = (place: Place, record: string, name: string): Finding =>
  makeFinding('EVIDENCE_RECORD', place, { record, name: name.slice(0, 100) });

/** The record, or the name of the field that is wrong. */
function readRecord(value: unknown): EvidenceRecord | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'evidence';
  const said = Object.entries(value).filter(([, text]) => text !== null);
  if (said.length === 0) return 'evidence';
  const cleaned = said.map(([name, text]) => [name, typeof text === 'string' ? cleanText(text).text : ''] as const);
  const wrong = cleaned.find(([name, text]) => !isField(name) || !fieldChecks[name](text));
  return wrong ? wrong[0] : Object.fromEntries(cleaned);
}

const isField = (name: string): name is keyof EvidenceRecord => Object.hasOwn(fieldChecks, name);

/** All texts of a list as one, for the bounds and the characters that every text is held to. */
export const recordTexts = (list: readonly unknown[]): string =>
  list.flatMap((record) => Object.values(record ?? {}).filter((text) => typeof text === 'string')).join(' ');
