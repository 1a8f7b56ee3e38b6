/**
 * Works through a list as it arrives, so many at a time. The first failure (or the end of the list) stops the taking;
 * what is under way is always waited for, so that its result counts.
 * @throws what the list or the first failing piece of work threw
 */
export async function atMost<Item>(
  most: number,
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const begin = (item: Item) => {
    const piece = work(item)
      .catch((thrown: unknown) => void failures.push(thrown))
      .finally(() => underWay.delete(piece));
    underWay.add(piece);
  };
  try {
    for await (const item of items) {
      while (underWay.size >= most) await Promise.race(underWay);
      if (failures.length > 0) break;
      begin(item);
    }
  } finally {
    await Promise.all(underWay);
  }
  if (failures.length > 0) throw failures[0];
}
