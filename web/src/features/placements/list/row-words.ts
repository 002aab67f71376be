/** The path and query of an address as a person reads it: percent-encoding of letters undone, "/" for the home page. */
export function pathOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return readable(pathname + search);
}

/** An address without its scheme, for headings and cells. */
export function withoutScheme(address: string): string {
  return readable(address.replace(/^https?:\/\//i, ''));
}

function readable(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
