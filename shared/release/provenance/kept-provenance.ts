import { runKey } from '../../lake/keys.ts';
import { type Bucket, getObject, putObject } from '../../lake/objects.ts';
import { Fault } from '../../observability/fault.ts';
import { contentTypeOf } from '../run-files.ts';
import { type ProvenanceFile, provenancePath } from './provenance-file.ts';

/**
 * `provenance.json` of a run in the lake: made once, before pages are drawn, so that what they say and what is published
 * are the same bytes. Not among the promised files: it has clock times in it.
 */
const keptKey = (runId: string): string => runKey(runId, provenancePath);

export const keepProvenance = (lake: Bucket, runId: string, provenance: ProvenanceFile) =>
  putObject(lake, keptKey(runId), `${JSON.stringify(provenance)}\n`, { contentType: contentTypeOf('json') });

/** Throws the fault `RUN_FILE_MISSING`. */
export async function readKeptProvenance(lake: Bucket, runId: string): Promise<Uint8Array> {
  const stored = await getObject(lake, keptKey(runId));
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${keptKey(runId)} is not in the lake`);
  return stored.bytes;
}
