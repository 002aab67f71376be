/** An address without what makes no other page of it: scheme, leading www, slash at the end, fragment. */
function bare(address: string): string | null {
  const typed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(whole)) return null;
  const { host, pathname, search } = new URL(whole);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** Whether a typed address names a page that is known, as far as the browser can tell; the server decides in the end. */
export function samePage(known: string, typed: string): boolean {
  const page = bare(typed);
  return page !== null && page === bare(known);
}
