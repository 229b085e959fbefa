import { verifyChecksums } from './checksums.ts';
import { describeVersion, selectObjectHeaders } from './object-headers.ts';
import { parsePostForm } from './post-form.ts';
import { checkFileSize, checkForm, readPolicy } from './post-policy.ts';
import { receiveBody } from './receive-body.ts';
import type { S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import type { S3Answer, S3Request } from './s3-request.ts';
import { writeObject } from './write-object.ts';
import { textElement, xmlDocument } from './xml.ts';

/** A browser's upload under a signed policy, which is its only authority. */
export async function postObject(request: S3Request, context: S3Context, bucket: string): Promise<S3Answer> {
  const { fields, file } = await parsePostForm(request.headers['content-type'] ?? '', await receiveBody(request));
  const policy = readPolicy(fields, context.credentials);
  context.bucket(bucket);
  checkForm(policy, fields, bucket, context.clock());
  checkFileSize(policy, file.length);
  const draft = {
    key: readKey(fields),
    body: file,
    headers: selectObjectHeaders(fields),
    checksums: verifyChecksums(file, fields),
    precondition: {},
  };
  const version = await writeObject(context, bucket, draft, 'PostObject');
  const location = `http://${request.headers.host}/${bucket}/${draft.key.split('/').map(encodeURIComponent).join('/')}`;
  const headers = { ...describeVersion(version), ...version.checksums, location };
  const result = { Location: location, Bucket: bucket, Key: draft.key, ETag: version.etag };
  return answerAs(fields.success_action_status, result, headers);
}

function readKey(fields: Record<string, string>): string {
  const { key } = fields;
  if (!key) throw new S3Error('InvalidArgument', 'Bucket POST must contain a field named key.');
  if (/\$\{filename\}/.test(key) || fields.success_action_redirect !== undefined)
    throw new S3Error('NotImplemented', 'Neither file names in keys nor success_action_redirect are known here.');
  return key;
}

/** 201 carries a document, 200 and 204 nothing; any other wish is answered with 204. */
function answerAs(
  status: string | undefined,
  result: Record<string, string>,
  headers: Record<string, string>,
): S3Answer {
  if (status === '200') return { status: 200, headers };
  if (status !== '201') return { status: 204, headers };
  const children = Object.entries(result).map(([name, text]) => textElement(name, text));
  return {
    status: 201,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: xmlDocument('PostResponse', children),
  };
}
