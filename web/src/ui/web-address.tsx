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

/** A page of the web that opens in a tab of its own, telling it nothing about ours; what is no web address is only text. */
export function WebAddress({
  url,
  text = addressInWords(url),
  className,
}: {
  readonly url: string;
  readonly text?: string;
  readonly className?: string | undefined;
}) {
  if (!/^https?:\/\//i.test(url)) return <span className={className}>{text}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url} className={className}>
      {text}
    </a>
  );
}
