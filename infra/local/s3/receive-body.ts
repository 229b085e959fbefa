import { createHash } from 'node:crypto';
import { type ChunkedBody, decodeChunkedBody } from './chunked-body.ts';
import { S3Error } from './s3-error.ts';
import { parseCount, type S3Request } from './s3-request.ts';

/** No request of this pipeline comes near it; a larger one is refused while it is still being sent. */
const limitBytes = 50 * 1024 * 1024;

/** Reads the whole body of a request, refusing it as soon as it passes 50 MB. */
export async function receiveBody(request: S3Request): Promise<Buffer<ArrayBuffer>> {
  const declared = parseCount(request.headers['content-length']);
  if (declared !== null && declared > limitBytes) throw tooLarge(declared);
  try {
    return await collect(request);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    throw new S3Error('IncompleteBody', 'The connection was closed before the whole body came.');
  }
}

async function collect(request: S3Request): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open on refusal: destroying it would cut the connection before the answer is read.
  for await (const chunk of request.body.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limitBytes) throw tooLarge(size);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Reads a signed body: plain, or `aws-chunked` with its trailers; checked against the hash that was signed. */
export async function receivePayload(request: S3Request, payloadHash: string): Promise<ChunkedBody> {
  if (payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') return receiveChunked(request);
  if (payloadHash.startsWith('STREAMING-'))
    throw new S3Error('NotImplemented', `Chunk signatures (${payloadHash}) are not checked here, so they are refused.`);
  const content = await receiveBody(request);
  if (payloadHash !== 'UNSIGNED-PAYLOAD' && createHash('sha256').update(content).digest('hex') !== payloadHash)
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  return { content, trailers: {} };
}

async function receiveChunked(request: S3Request): Promise<ChunkedBody> {
  const decoded = decodeChunkedBody(await receiveBody(request));
  if (parseCount(request.headers['x-amz-decoded-content-length']) !== decoded.content.length)
    throw new S3Error('IncompleteBody', 'The body does not have the length of x-amz-decoded-content-length.');
  const promised = request.headers['x-amz-trailer']?.toLowerCase();
  if (promised !== undefined && decoded.trailers[promised] === undefined)
    throw new S3Error('InvalidRequest', `The trailer ${promised} was announced and did not come.`);
  return decoded;
}

const tooLarge = (size: number) =>
  new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: String(size),
    MaxSizeAllowed: String(limitBytes),
  });
