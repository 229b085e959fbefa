/**
 * Answers what was loaded less than so long ago, and loads it once for all who ask meanwhile. For what is current and asked
 * for by everybody: whoever asks learns of a change that much later, and no more.
 */
export function keptFor<Value>(
  milliseconds: number,
  load: (key: string) => Promise<Value>,
  now: () => number = Date.now,
): (key: string) => Promise<Value> {
  const kept = new Map<string, { value: Promise<Value>; until: number }>();
  return (key) => {
    const known = kept.get(key);
    if (known && known.until > now()) return known.value;
    // Keys come from addresses: those of the last moment are enough.
    if (kept.size >= mostKeys) kept.clear();
    const value = load(key);
    kept.set(key, { value, until: now() + milliseconds });
    // What is not there yet is looked for again at once.
    value.then(
      (found) => (found === null ? kept.delete(key) : found),
      () => kept.delete(key),
    );
    return value;
  };
}

const mostKeys = 1000;
