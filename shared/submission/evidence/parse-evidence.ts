import { cutPieces } from './cut.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { findIssuer } from './find-issuer.ts';
import { findAddress, findDate, findFile, findNumber } from './find-parts.ts';
import { renderEvidence } from './render-evidence.ts';
import { bullet, splitRecords } from './split-records.ts';

/**
 * Records of a text that follows "số, ngày, cơ quan, trích yếu" in whatever order and however much of it. Any text may
 * come: what is not understood is the title, and nothing that was written is left out but the words that announce a part.
 * Written down and read again they are the same records: read until they are.
 */
export function parseEvidence(text: string): EvidenceRecord[] {
  let records = readRecords(text);
  for (let again = 0; again < mostAgain; again++) {
    const written = renderEvidence(records);
    records = readRecords(written);
    if (renderEvidence(records) === written) break;
  }
  return records;
}

/** A bound, for a text that says `ban hành` a thousand times; each of 120,000 random ones was settled by then. */
const mostAgain = 8;

const readRecords = (text: string): EvidenceRecord[] =>
  splitRecords(text.normalize('NFC'))
    .map(parseRecord)
    .filter((record) => Object.keys(record).length > 0);

/** Commas stand between parts, but not those of a number. */
const comma = /,+(?:\s+|$)/;

const finders = { file_sha256: findFile, address: findAddress, number: findNumber, date: findDate, issuer: findIssuer };
type Found = Pick<EvidenceRecord, keyof typeof finders>;

function parseRecord(text: string): EvidenceRecord {
  const whole = text
    .split(comma)
    .map((piece) => piece.replace(bullet, ''))
    .filter((piece) => piece !== '');
  const { found, pieces } = takeParts({}, whole);
  const title = joinTitle(pieces);
  return { ...found, ...(title === undefined ? {} : { title }) };
}

/** What is cut out may have hidden what stands beside it: until nothing more is found. */
function takeParts(found: Found, pieces: string[]): { found: Found; pieces: string[] } {
  const missing = Object.entries(finders).filter(([field]) => !(field in found));
  for (const [field, find] of missing) {
    const cut = cutPieces(pieces, find);
    if (cut) return takeParts({ ...found, [field]: cut.found }, cut.pieces);
  }
  return { found, pieces };
}

/** `Quyết định` and `về việc …` are one phrase once the number between them is taken out. */
function joinTitle(pieces: string[]): string | undefined {
  if (pieces.length === 0) return undefined;
  return pieces.reduce((title, piece) => title + (/^(?:về|v\/v)(?=\s|$)/iu.test(piece) ? ' ' : ', ') + piece);
}
