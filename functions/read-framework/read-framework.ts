import { readFrameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { Response } from '../../shared/http/http-function.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireRole } from '../../shared/http/require-caller.ts';
import { type Caller, callerRoles } from '../../shared/identity/caller.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';

export interface ReadFrameworkInput {
  sha256: string;
  ifNoneMatch: string | undefined;
}

/** A framework as its one canonical document: names, units of measure, maxima, documents asked for. It never changes. */
export async function readFramework(
  { sha256, ifNoneMatch }: ReadFrameworkInput,
  caller: Caller,
  { lake }: { lake: Bucket },
): Promise<Response> {
  requireRole(caller, ...callerRoles);
  const text = await readText(sha256, lake);
  const etag = `"${sha256}"`;
  const headers = { etag, 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization' };
  if (ifNoneMatch?.replace(/^W\//, '') === etag) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }, body: text };
}

async function readText(sha256: string, lake: Bucket): Promise<string> {
  const stored = /^[0-9a-f]{64}$/.test(sha256) ? await getObject(lake, frameworkKey(sha256)) : null;
  if (!stored) throw unknown(sha256);
  const text = new TextDecoder().decode(stored.bytes);
  if (readFrameworkDocument(text).sha256 === sha256) return text;
  throw new Fault('FRAMEWORK_CHANGED', `under ${sha256} the lake holds another framework`);
}

const unknown = (sha256: string) =>
  new Problem(
    404,
    'framework-unknown',
    `Không có bộ chỉ số mang mã băm "${sha256}". Đề nghị lấy mã băm ở thông tin của kỳ.`,
    `There is no framework of hash "${sha256}"; a period names its own.`,
  );
