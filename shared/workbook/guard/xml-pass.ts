import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';
import { Refusal, refuse } from './refusal.ts';

export type Attributes = Record<string, string>;

/** Reads one part. `depth` is 1 for the root; `close` gets the depth that `open` had. */
export interface PartReader {
  open(name: string, attributes: Attributes, depth: number): void;
  /** Character data, CDATA included; one text may come in pieces. */
  text?(text: string, depth: number): void;
  close?(name: string, depth: number): void;
}

/** What has been read of one file, over all parts. */
export interface XmlTally {
  bytes: number;
  elements: number;
}

const chunkBytes = 64 * 1024;

/** Check 12: one linear pass over a part; well-formed UTF-8 XML without DOCTYPE, of bounded depth. @throws {Refusal} */
export function passXml(bytes: Buffer, reader: PartReader, tally: XmlTally): void {
  // Two-byte encodings without a mark are legal UTF-8 full of NULs; with one they fail the decoder.
  if (bytes.subarray(0, 4).includes(0)) refuse('XML_NOT_UTF8');
  const parser = createParser(reader, tally);
  for (const chunk of decodeChunks(bytes)) feed(() => parser.write(chunk));
  feed(() => parser.close());
}

/**
 * Seven handlers and no more: saxes keeps each as a property, and with the ninth the parser's object falls out of the
 * engine's fast form and the pass takes five times as long. What is not well-formed is thrown when nobody listens.
 */
function createParser(reader: PartReader, tally: XmlTally): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  parser.on('doctype', () => refuse('XML_DOCTYPE'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') refuse('XML_NOT_UTF8', { found: encoding });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributesPerElement) refuse('XML_BAD');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > limits.xmlDepth) refuse('XML_BAD');
    countElement(tally);
    reader.open(tag.name, tag.attributes as Attributes, depth);
  });
  parser.on('text', (text) => reader.text?.(text, depth));
  parser.on('cdata', (text) => reader.text?.(text, depth));
  parser.on('closetag', (tag) => {
    reader.close?.(tag.name, depth);
    depth -= 1;
  });
  return parser;
}

function countElement(tally: XmlTally): void {
  tally.elements += 1;
  if (tally.elements > limits.elements) refuse('ZIP_TOTAL_TOO_BIG', { found: tally.elements, max: limits.elements });
}

function* decodeChunks(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield decodeChunk(decoder, bytes.subarray(at, at + chunkBytes), at + chunkBytes < bytes.length);
  }
}

function decodeChunk(decoder: TextDecoder, chunk: Buffer, stream: boolean): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch (cause) {
    return refuse('XML_NOT_UTF8', {}, cause);
  }
}

function feed(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse('XML_BAD', {}, error);
  }
}

/** Check 13: the root is the transitional one, unprefixed; what the spreadsheet library would read as nothing. */
export function checkRoot(name: string, attributes: Attributes, expected: string, namespace: string): void {
  const [local, prefix] = name.split(':').toReversed();
  if (local !== expected) refuse('FILE_BROKEN');
  const declared = attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`];
  if (declared?.startsWith('http://purl.oclc.org/ooxml/')) refuse('FILE_STRICT_OOXML');
  if (declared !== namespace) refuse('FILE_BROKEN');
  if (prefix !== undefined) refuse('FILE_NS_PREFIX');
}

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** xsd:boolean; Excel writes `1`, LibreOffice `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

export function escapeXml(text: string): string {
  // A bare carriage return would be read back as a line feed.
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}
