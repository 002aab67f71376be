const REFRESH = /^\s*(\d+)(?:\.[\d.]*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(.*)$/is;

/**
 * The address an instant refresh leads to, as it stands in the content of the tag; null for a delayed one and for one that
 * only reloads (HTML Standard, shared declarative refresh; D127, D128).
 */
export function instantRefresh(content: string): string | null {
  const [, seconds = '', rest = ''] = REFRESH.exec(content) ?? [];
  if (seconds === '' || Number(seconds) > 0) return null;
  const quoted = /^(["'])(.*?)(?:\1|$)/s.exec(rest);
  const address = (quoted?.[2] ?? rest).trim();
  return address === '' ? null : address;
}
