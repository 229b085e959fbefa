import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CellBook } from '../cell-book.ts';
import { readIdentities, readMetaSheet } from '../form/read-identity.ts';
import { identityFields, signFields, verifyFields, verifyIdentity } from '../sign-identity.ts';
import type { Finding, FormIdentity } from '../submission.ts';

/** A finding that an answer repeats as long as one of its marks stands, for its cells no longer show what was wrong. */
export interface OpenPoint {
  finding: Finding;
  /** Ids of the marks. */
  marks: string[];
  /** Nothing of the file was judged but this, so that nothing else is until it is mended. */
  whole: boolean;
}

/** Rows of the hidden sheet that hold the open points: packed, since a cell takes 32,767 characters, and signed. */
export function sealOpenPoints(
  points: readonly OpenPoint[],
  identity: FormIdentity,
  signingKey: Uint8Array,
): Record<string, string> {
  if (points.length === 0) return {};
  const packed = deflateRawSync(JSON.stringify(points)).toString('base64');
  const chunks = packed.match(/.{1,30000}/g) ?? [];
  return {
    ...Object.fromEntries(chunks.map((chunk, at) => [`${rowName}_${at + 1}`, chunk])),
    [signatureName]: signFields(signedFields(packed, identity), signingKey),
  };
}

/** Empty for a form that is no answer, and for an answer whose points cannot be believed: then its marks stand for themselves. */
export function readOpenPoints(book: CellBook, signingKey: Uint8Array): OpenPoint[] {
  const fields = readMetaSheet(book);
  const packed = joinChunks(fields);
  const claims = readIdentities(book).filter(({ identity, signature }) =>
    verifyIdentity(identity, signature, signingKey),
  );
  const isOurs = claims.some(({ identity }) =>
    verifyFields(signedFields(packed, identity), fields[signatureName] ?? '', signingKey),
  );
  // Unpacked only once it is known to be ours: nobody else's could be trusted to be small.
  return isOurs ? JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) : [];
}

const rowName = 'answer';
const signatureName = 'answer_signature';

function joinChunks(fields: Record<string, string>): string {
  let packed = '';
  for (let at = 1; fields[`${rowName}_${at}`] !== undefined; at++) packed += fields[`${rowName}_${at}`];
  return packed;
}

const signedFields = (packed: string, identity: FormIdentity): Record<string, string> => ({
  ...Object.fromEntries(identityFields.map((field) => [field, identity[field]])),
  [rowName]: packed,
});
