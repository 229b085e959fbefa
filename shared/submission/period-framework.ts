import type { Framework } from '../frameworks/framework.ts';
import { readFrameworkDocument } from '../frameworks/framework-document.ts';
import { frameworkKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';

/**
 * The framework that a period was opened with, or a run selected. Throws the faults `FRAMEWORK_GONE` and
 * `FRAMEWORK_CHANGED`: never another one, however sound it is in itself.
 */
export async function readPeriodFramework(
  lake: Bucket,
  { framework_sha256 }: { framework_sha256: string },
): Promise<Framework> {
  const document = await getObject(lake, frameworkKey(framework_sha256));
  if (!document) throw new Fault('FRAMEWORK_GONE', `${framework_sha256} is not in the lake`);
  const framework = readFrameworkDocument(new TextDecoder().decode(document.bytes));
  if (framework.sha256 === framework_sha256) return framework;
  throw new Fault('FRAMEWORK_CHANGED', `under ${framework_sha256} the lake holds ${framework.sha256}`);
}
