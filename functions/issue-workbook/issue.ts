import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { issuedWorkbookKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload, putObjectOnce } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/content-types.ts';

export interface IssueDeps {
  lake: Bucket;
}

/** Kept under its own hash and fetched by a link of a short while: a function answers less than a large workbook has. */
export async function issue(bytes: Uint8Array, fileName: string, { lake }: IssueDeps): Promise<Download> {
  const key = issuedWorkbookKey(sha256Of(bytes));
  await putObjectOnce(lake, key, bytes, { contentType: contentTypeOf(key) });
  return presignDownload(lake, key, fileName);
}
