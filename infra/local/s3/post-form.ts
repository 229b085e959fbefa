import { S3Error } from './s3-error.ts';

/** A browser's upload: the fields before the file, under lower-case names, and the file's bytes. */
export interface PostForm {
  fields: Record<string, string>;
  file: Buffer;
}

/** Reads `multipart/form-data`; what follows the file is ignored, as S3 does. */
export async function parsePostForm(contentType: string, body: Buffer<ArrayBuffer>): Promise<PostForm> {
  // Without a prototype, so that a field named __proto__ is a field like any other.
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of await readFormData(contentType, body)) {
    const field = name.toLowerCase();
    if (field === 'file') return { fields, file: await readFile(value) };
    if (typeof value !== 'string') throw malformed(`The field ${field} must be text.`);
    // Of two values one would be checked against the policy and the other used.
    if (Object.hasOwn(fields, field)) throw malformed(`The field ${field} comes twice.`);
    fields[field] = value;
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

async function readFormData(contentType: string, body: Buffer<ArrayBuffer>) {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw malformed('The body of your POST request is not well-formed multipart/form-data.');
  }
}

async function readFile(value: string | File): Promise<Buffer> {
  if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  // Without a file name the bytes were already read as text, and may have been changed by that.
  throw new S3Error('InvalidArgument', 'The field file must be a file upload, with a file name.');
}

const malformed = (message: string) => new S3Error('MalformedPOSTRequest', message);
