function readable(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** An address as a person reads it: without its scheme, percent-encoding of letters undone, no slash after a bare host. */
export function addressInWords(url: string): string {
  return readable(url.replace(/^https?:\/\//i, '').replace(/^([^/?#]+)\/$/, '$1'));
}

/** The path of an address on a known site: "/gids/zonnepanelen", "/" for its home page. */
export function pathInWords(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return readable(pathname + search);
}
