import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';
import { Refusal, refuse } from './refusal.ts';
import { XmlNames } from './xml-names.ts';

export type Attributes = Record<string, string>;

/** What the root of a part must be. */
export interface Root {
  name: string;
  namespace: string;
}

/**
 * Reads one part. `depth` is 1 for the root; `close` gets the depth that `open` had. Elements of the root's namespace come
 * by their bare name, whatever prefix the writer chose, others with a colon in it.
 */
export interface PartReader {
  /** Check 13, made before the first `open`. Without one any root is read. */
  root?: Root;
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
  const names = new XmlNames();
  let depth = 0;
  let attributes = 0;
  let declares = false;
  parser.on('doctype', () => refuse('XML_DOCTYPE'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') refuse('XML_NOT_UTF8', { found: encoding });
  });
  parser.on('attribute', ({ name }) => {
    attributes += 1;
    if (name.startsWith('xmlns')) declares = true;
    if (attributes > limits.attributesPerElement) refuse('XML_BAD');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > limits.xmlDepth) refuse('XML_BAD');
    countElement(tally);
    if (declares) names.declare(tag.attributes as Attributes, depth);
    declares = false;
    if (depth === 1) checkRoot(names.enterRoot(tag.name), reader.root);
    reader.open(names.resolve(tag.name), tag.attributes as Attributes, depth);
  });
  parser.on('text', (text) => reader.text?.(text, depth));
  parser.on('cdata', (text) => reader.text?.(text, depth));
  parser.on('closetag', (tag) => {
    reader.close?.(names.resolve(tag.name), depth);
    names.leave(depth);
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

/** Check 13: the root is the transitional one. */
function checkRoot({ local, namespace }: { local: string; namespace: string }, expected: Root | undefined): void {
  if (!expected) return;
  if (local !== expected.name) refuse('FILE_BROKEN');
  if (namespace.startsWith('http://purl.oclc.org/ooxml/')) refuse('FILE_STRICT_OOXML');
  if (namespace !== expected.namespace) refuse('FILE_BROKEN');
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
