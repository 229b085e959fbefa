import { join } from 'node:path';
import { GetObjectCommand, type GetObjectCommandOutput, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { SiteExtent } from '../../shared/site/page-list.ts';
import { renderUnknownPage, unknownPageHeaders } from '../../shared/site/unknown-page.tsx';
import { headersOf } from '../public-headers.ts';
import { buildSite } from '../site/build-site.ts';
import type { Settings } from './environment.ts';
import type { HttpAnswer } from './http-event.ts';
import { localCredentials, localNames, localRegion } from './names.ts';
import { decodeSegment } from './routes.ts';

export const siteFolder = (stateDirectory: string): string => join(stateDirectory, 'site');

/** Builds what all pages share, beside the state: a function that draws pages names it. */
export async function siteSettings(
  origin: string,
  { stateDirectory, pages = 'all' }: { stateDirectory: string; pages?: SiteExtent },
): Promise<Pick<Settings, 'SITE_FILES' | 'SITE_EXTENT' | 'PUBLIC_ORIGIN'>> {
  const files = siteFolder(stateDirectory);
  await buildSite(files);
  return { SITE_FILES: files, SITE_EXTENT: pages, PUBLIC_ORIGIN: origin };
}

export interface PublicSite {
  get(path: string, ifNoneMatch?: string): Promise<HttpAnswer>;
  close(): void;
}

/** Files of the public bucket at their addresses, as CloudFront serves them. */
export function openPublicSite(s3Url: string): PublicSite {
  const s3 = new S3Client({ endpoint: s3Url, region: localRegion, credentials: localCredentials });
  return {
    async get(path, ifNoneMatch) {
      const key = publicKey(path);
      const answer = (key === null ? null : await readObject(s3, key, ifNoneMatch)) ?? unknown(path);
      return { ...answer, headers: { ...answer.headers, ...headersOf(path) } };
    },
    close: () => s3.destroy(),
  };
}

/** A page's address is a folder and its file the index in it, as `folder-index.js` has it on CloudFront. */
function publicKey(path: string): string | null {
  const key = decodeSegment(path.slice(1));
  // No key has such a part; an address must never look like a file path.
  if (key === null || key.split('/').includes('..')) return null;
  return path.endsWith('/') ? `${key}index.html` : key;
}

/** Null: there is none. */
async function readObject(s3: S3Client, key: string, ifNoneMatch?: string): Promise<HttpAnswer | null> {
  try {
    const object = await s3.send(
      new GetObjectCommand({
        Bucket: localNames.PUBLIC_BUCKET,
        Key: key,
        ...(ifNoneMatch ? { IfNoneMatch: ifNoneMatch } : {}),
      }),
    );
    return {
      status: 200,
      headers: storedHeaders(object),
      body: Buffer.from(await object.Body!.transformToByteArray()),
    };
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 304) return { status, headers: ifNoneMatch ? { etag: ifNoneMatch } : {}, body: '' };
    // 400: a key that cannot be, as one too long.
    if (status === 404 || status === 400) return null;
    throw error;
  }
}

function storedHeaders(object: GetObjectCommandOutput): Record<string, string> {
  const headers = {
    'content-type': object.ContentType ?? 'application/octet-stream',
    etag: object.ETag,
    'cache-control': object.CacheControl,
    'content-disposition': object.ContentDisposition,
    'last-modified': object.LastModified?.toUTCString(),
  };
  return Object.fromEntries(Object.entries(headers).filter((header): header is [string, string] => !!header[1]));
}

const unknown = (path: string): HttpAnswer => ({
  status: 404,
  headers: { ...unknownPageHeaders },
  body: renderUnknownPage(path),
});
