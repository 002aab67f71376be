/** Items one ahead: while one is worked on, the next is being made. */
export async function* ahead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void> {
  const source = items[Symbol.asyncIterator]();
  try {
    let next = source.next();
    for (;;) {
      const item = await next;
      if (item.done === true) return;
      next = source.next();
      // Its failure is told when its turn comes; until then nobody listens.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await source.return?.();
  }
}
