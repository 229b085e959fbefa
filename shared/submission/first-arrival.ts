import { sha256Of } from '../digest/canonical-json.ts';
import { type Bucket, getObject, headObject, listVersions, type StoredObject } from '../lake/objects.ts';
import { type Arrival, findArrival, readArrival } from './arrival.ts';

/** An arrival with when it came. */
export interface ArrivalAt {
  arrival: Arrival;
  at: string;
}

/**
 * The arrival that an object belongs to, as it first came. A form posted again, and a call sent again under its key, make
 * a newer version of the same arrival: its time, number and kind are those of the first version with these bytes.
 * Throws the fault `ARRIVAL_UNMARKED`.
 */
export async function firstArrival(key: string, stored: StoredObject, raw: Bucket): Promise<ArrivalAt> {
  const own: ArrivalAt = { arrival: readArrival(stored.metadata), at: stored.storedAt };
  for (const { versionId, storedAt } of await listVersions(raw, key)) {
    if (versionId === stored.versionId) return own;
    const arrival = await readVersion({ key, versionId, bytes: stored.bytes }, own.arrival.cause, raw);
    if (arrival) return { arrival, at: storedAt };
  }
  return own;
}

interface Version {
  key: string;
  versionId: string;
  /** What it must hold: a store that verifies nothing may have taken other bytes by the same form before. */
  bytes: Uint8Array;
}

async function readVersion({ key, versionId, bytes }: Version, cause: string, raw: Bucket): Promise<Arrival | null> {
  const head = await headObject(raw, key, versionId);
  const arrival = head && findArrival(head.metadata);
  if (arrival?.cause !== cause || head?.size !== bytes.length) return null;
  const earlier = await getObject(raw, key, versionId);
  return earlier && sha256Of(earlier.bytes) === sha256Of(bytes) ? arrival : null;
}
