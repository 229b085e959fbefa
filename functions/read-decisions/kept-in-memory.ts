import type { Bucket } from '../../shared/lake/objects.ts';

type Read<T> = (bucket: Bucket, key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Documents that never change, as they stand under their own hash, kept while the process lives: the `most` that were
 * asked for last. By bucket, as tests have several.
 */
export function keptInMemory<T>(most: number): Read<T> {
  const kept = new WeakMap<Bucket, Map<string, Promise<T>>>();
  return (bucket, key, read) => {
    const own = kept.get(bucket) ?? new Map<string, Promise<T>>();
    kept.set(bucket, own);
    const found = own.get(key) ?? read();
    own.delete(key);
    own.set(key, found);
    found.catch(() => own.delete(key));
    if (own.size > most) own.delete(own.keys().next().value!);
    return found;
  };
}
