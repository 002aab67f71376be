/** The address of a site in what was typed; null when it is words. A scheme is added where it is missing. */
export function addressIn(typed: string): string | null {
  const bare = typed.trim();
  if (/\s/.test(bare) || !/^(?:https?:\/\/)?[^/\s.]+(?:\.[^/\s.]+)+(?:[/?#].*)?$/i.test(bare)) return null;
  const address = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  return URL.canParse(address) ? address : null;
}
