import type { EvidenceRecord } from './evidence-record.ts';
import { parseEvidence } from './parse-evidence.ts';
import { renderEvidence } from './render-evidence.ts';
import { saysNoEvidence } from './says-no-evidence.ts';

/** What a cell of evidence holds: its text, and the address that it is linked to, which no text need say. */
export interface EvidenceCell {
  text: string | null;
  link: string | null;
}

/** The records of a cell; empty where its text says that there is none and it is linked to nothing. */
export function evidenceOf({ text, link }: EvidenceCell): EvidenceRecord[] {
  const records = text === null || saysNoEvidence(text) ? [] : parseEvidence(text);
  return link === null || records.some(({ address }) => isSameAddress(address, link))
    ? records
    : addLink(records, link);
}

/** The link of a cell is that of its one document; of several nobody knows which is meant. */
function addLink(records: EvidenceRecord[], link: string): EvidenceRecord[] {
  const [only, ...more] = records;
  return only && more.length === 0 && only.address === undefined
    ? [{ ...only, address: link }]
    : [...records, { address: link }];
}

/** Programs write a link of their own for an address that was typed, with a stroke more or in another case. */
const isSameAddress = (one: string | undefined, other: string): boolean =>
  one !== undefined && foldAddress(one) === foldAddress(other);

const foldAddress = (address: string): string => new URL(address).href.replace(/\/$/, '');

/** The text to show where there are no links: what was written, and behind it the address that it was linked to. */
export function evidenceText({ text, link }: EvidenceCell): string | null {
  if (link === null) return text;
  if (text === null || saysNoEvidence(text)) return link;
  const wanted = renderEvidence(evidenceOf({ text, link }));
  const written = [text, `${text}, ${link}`, `${text}; ${link}`];
  return written.find((one) => renderEvidence(parseEvidence(one)) === wanted) ?? wanted;
}

/** Evidence as it is kept of one figure. */
interface KeptEvidence {
  evidence: string | null;
  evidence_records?: EvidenceRecord[];
}

/** The same of what was kept: an address that the text does not say came by a link, and would be lost with it. */
export function shownEvidence({ evidence, evidence_records = [] }: KeptEvidence): string | null {
  const said = evidence === null || saysNoEvidence(evidence) ? [] : parseEvidence(evidence);
  const linked = evidence_records.find(({ address }) => address && !said.some((one) => one.address === address));
  return evidenceText({ text: evidence, link: linked?.address ?? null });
}

/** Whether there is anything that proves the figure. */
export const hasEvidence = ({ evidence, evidence_records = [] }: KeptEvidence): boolean =>
  evidence_records.length > 0 || (evidence !== null && !saysNoEvidence(evidence));
