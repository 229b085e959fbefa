import { getObject } from './get-object.ts';
import { listObjects, listObjectVersions } from './list-objects.ts';
import { postObject } from './post-object.ts';
import { copyObject, putObject } from './put-object.ts';
import type { S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import { queryValue, type S3Answer, type S3Request } from './s3-request.ts';
import { authenticate } from './sigv4.ts';

const objectQuery = /^(x-id|versionId|response-[a-z-]+|x-amz-[a-z0-9-]+)$/i;

/** Finds who asks and what for; whatever the pipeline never calls is refused by name. */
export async function routeRequest(request: S3Request, context: S3Context): Promise<S3Answer> {
  const { method, bucket, key } = request;
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (method === 'POST' && bucket !== null && key === null && isForm) return postObject(request, context, bucket);
  const { payloadHash } = authenticate(request, context.credentials, context.clock());
  refuseRemoval(request);
  if (bucket === null) throw notImplemented('Operations on the service');
  if (key === null) return routeBucket(request, context, bucket);
  const unknown = request.query.find(([name]) => !objectQuery.test(name));
  if (unknown) throw notImplemented(`The query parameter ${unknown[0]}`);
  if (method === 'GET' || method === 'HEAD') return getObject(request, context, bucket, key);
  if (method !== 'PUT' || queryValue(request, 'X-Amz-Algorithm') !== undefined)
    throw notImplemented(`${method} of an object${method === 'PUT' ? ' by presigned address' : ''}`);
  const write = request.headers['x-amz-copy-source'] === undefined ? putObject : copyObject;
  return write(request, context, { bucket, key, payloadHash });
}

function routeBucket(request: S3Request, context: S3Context, bucket: string): S3Answer {
  const asks = (name: string) => request.method === 'GET' && queryValue(request, name) !== undefined;
  if (asks('versions')) return listObjectVersions(request, context, bucket);
  if (queryValue(request, 'list-type') === '2' && asks('list-type')) return listObjects(request, context, bucket);
  throw notImplemented('This operation on a bucket');
}

/** Raw uploads and releases are evidence: no credential of the pipeline may remove them. */
function refuseRemoval(request: S3Request): void {
  if (request.method === 'DELETE' || queryValue(request, 'delete') !== undefined)
    throw new S3Error(
      'MethodNotAllowed',
      'The specified method is not allowed against this resource: nothing is deleted.',
    );
}

const notImplemented = (what: string) => new S3Error('NotImplemented', `${what} is not implemented by the local S3.`);
