import { type Bucket, getObject } from './objects.ts';

/** Texts of objects that never change, read once and kept while there is room. */
export interface KeptTexts {
  /** Null: there is none; asked anew each time, for it may come to be. */
  read(key: string): Promise<string | null>;
}

/** @param capacity In characters, of all texts together; one that alone is longer is read each time. */
export function keptTexts(bucket: Bucket, capacity: number): KeptTexts {
  const kept = new Map<string, string>();
  let held = 0;
  const keep = (key: string, text: string) => {
    if (text.length > capacity || kept.has(key)) return;
    kept.set(key, text);
    held += text.length;
    for (const [oldest, { length }] of kept) {
      if (held <= capacity) return;
      kept.delete(oldest);
      held -= length;
    }
  };
  return {
    async read(key) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const stored = await getObject(bucket, key);
      if (!stored) return null;
      // A mark at the beginning is of the bytes that are promised.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(stored.bytes);
      keep(key, text);
      return text;
    },
  };
}
