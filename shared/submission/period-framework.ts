import type { Framework } from '../frameworks/framework.ts';
import { readFrameworkDocument } from '../frameworks/framework-document.ts';
import { frameworkKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { OpenPeriod } from '../score-store/periods.ts';

/** The framework a period was opened with. Throws the fault `FRAMEWORK_GONE`. */
export async function readPeriodFramework(lake: Bucket, { framework_sha256 }: OpenPeriod): Promise<Framework> {
  const document = await getObject(lake, frameworkKey(framework_sha256));
  if (!document) throw new Fault('FRAMEWORK_GONE', `${framework_sha256} is not in the lake`);
  return readFrameworkDocument(new TextDecoder().decode(document.bytes));
}
