import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import { Fault } from '../observability/fault.ts';
import { type Bucket, getObject, putObjectOnce } from './objects.ts';

/** Keeps a document under the hash of its own text; the hash is what a ledger entry names. */
export async function writeDocument(
  lake: Bucket,
  keyOf: (sha256: string) => string,
  document: object,
): Promise<string> {
  const text = canonicalJson(document);
  const sha256 = sha256Of(text);
  await putObjectOnce(lake, keyOf(sha256), text, { contentType: 'application/json' });
  return sha256;
}

/** The document that the ledger names. Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`: never another one. */
export async function readDocument<T>(lake: Bucket, key: string, sha256: string): Promise<T> {
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('DOCUMENT_GONE', `${key} is not in the lake`);
  if (sha256Of(stored.bytes) !== sha256) throw new Fault('DOCUMENT_CHANGED', `${key} is not what the ledger names`);
  return JSON.parse(new TextDecoder().decode(stored.bytes)) as T;
}
