/** What a view does not keep: the open panel, an open dialog, and the client on top, which stands above all pages. */
const PASSING = ['peek', 'add', 'client', 'brand'];

/** The search part of an address as a view keeps it: in a fixed order, so that the same view is known again. */
export function keptQuery(search: string): string {
  const all = new URLSearchParams(search);
  for (const name of PASSING) all.delete(name);
  all.sort();
  const text = all.toString();
  return text === '' ? '' : `?${text}`;
}
