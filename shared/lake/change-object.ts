import { RetryableFault } from '../observability/fault.ts';
import {
  type Bucket,
  getObject,
  headObject,
  type ObjectHead,
  type PutOptions,
  putObject,
  putObjectIf,
} from './objects.ts';

/** Times another one may come in between; two are already rare. */
const tries = 10;

/** Metadata that tells in which order an object was put; absent: before all. */
const orderName = 'order';

export interface OrderedPut extends PutOptions {
  order: number;
  /** `first`: most likely nothing is there yet, and only if something is it is looked at. `last`: nothing is ever of a later order. */
  known?: 'first' | 'last' | undefined;
}

/**
 * Puts the object unless one of a later order is there: whoever was held up on the way never takes the place of what came
 * after, however late it arrives. False: one is there. Two of one order put the same. Fault `OBJECT_BUSY` (retryable).
 */
export function putInOrder(
  bucket: Bucket,
  key: string,
  body: Uint8Array | string,
  { order, known: place, ...options }: OrderedPut,
): Promise<boolean> {
  const metadata = { ...options.metadata, [orderName]: `${order}` };
  if (place === 'last') return putObject(bucket, key, body, { ...options, metadata }).then(() => true);
  return untilWritten(key, async (attempt) => {
    const known = attempt === 0 && place === 'first' ? null : await headObject(bucket, key);
    if (known && orderOf(known) > order) return { done: false };
    const written = await putObjectIf(bucket, key, body, { ...options, metadata, etag: known?.etag ?? null });
    return written ? { done: true } : null;
  });
}

const orderOf = ({ metadata }: ObjectHead): number => Number(metadata[orderName] ?? 0);

/**
 * Writes what `change` makes of the text that is there (null: nothing is), and asks it again where another one wrote meanwhile.
 * Where it makes null, all stays. Answers what stands then. Fault `OBJECT_BUSY` (retryable).
 */
export function changeObject(
  bucket: Bucket,
  key: string,
  change: (known: string | null) => Promise<string | null>,
  options: PutOptions = {},
): Promise<string | null> {
  return untilWritten(key, async () => {
    const stored = await getObject(bucket, key);
    const known = stored && new TextDecoder().decode(stored.bytes);
    const changed = await change(known);
    if (changed === null) return { done: known };
    const written = await putObjectIf(bucket, key, changed, { ...options, etag: stored?.etag ?? null });
    return written ? { done: changed } : null;
  });
}

async function untilWritten<T>(key: string, attempt: (number: number) => Promise<{ done: T } | null>): Promise<T> {
  for (let number = 0; number < tries; number++) {
    const ended = await attempt(number);
    if (ended) return ended.done;
  }
  throw new RetryableFault('OBJECT_BUSY', `others kept writing ${key}`);
}
