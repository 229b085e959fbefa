// Imported first. Phones of a few years ago have all the scorer needs but this: without it a whole release would seem broken.
Map.groupBy ??= function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item, place: number) => Key) {
  const groups = new Map<Key, Item[]>();
  let place = 0;
  for (const item of items) {
    const key = keyOf(item, place++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
