/** The tags of plus addresses (`local+tag@domain`) that may be the left part of a Message-ID of ours. */
export function plusTags(addresses: readonly string[]): string[] {
  const tags = addresses.flatMap((address) => {
    const tag = /^[^+@]+\+([a-z2-7]{16,64})@/i.exec(address)?.[1];
    return tag === undefined ? [] : [tag.toLowerCase()];
  });
  return [...new Set(tags)].slice(0, 10);
}
