/** Maps in order with at most `limit` calls under way; the first failure ends it. */
export async function mapConcurrently<In, Out>(
  items: readonly In[],
  limit: number,
  map: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results = new Array<Out>(items.length);
  const pending = items.entries();
  const worker = async () => {
    for (const [position, item] of pending) results[position] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
