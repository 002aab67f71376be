/** Gives items their place as key, for lists whose items never move, come or go by themselves (lines of one text). */
export function keyed<Item>(items: readonly Item[]): { readonly key: string; readonly item: Item }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}
