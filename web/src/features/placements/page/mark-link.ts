import type { DiffPart } from './html-diff.js';
import { tokensOf } from './html-diff.js';

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/**
 * Cuts the seen HTML so that the link itself can be marked: the opening tag whose address leads to one of the seen
 * addresses, with everything up to its end. Without such a tag nothing is marked; a wrong mark would be false proof.
 */
export function markLink(html: string, hrefs: readonly string[]): DiffPart[] {
  const wanted = new Set(hrefs.flatMap(spellings));
  const parts: DiffPart[] = [];
  let open = false;
  for (const token of tokensOf(html)) {
    const starts = !open && isLinkTo(token, wanted);
    const mark = open || starts;
    if (starts) open = /^<a[\s>]/i.test(token);
    else if (open && /^<\/a[\s>]/i.test(token)) open = false;
    push(parts, { text: token, mark });
  }
  return open ? unmarkedAfterTag(html, hrefs) : parts;
}

/** A link that never ends in the cut: only its opening tag is marked. */
function unmarkedAfterTag(html: string, hrefs: readonly string[]): DiffPart[] {
  const wanted = new Set(hrefs.flatMap(spellings));
  const parts: DiffPart[] = [];
  for (const token of tokensOf(html)) push(parts, { text: token, mark: isLinkTo(token, wanted) });
  return parts;
}

function push(parts: DiffPart[], part: DiffPart): void {
  const last = parts.at(-1);
  if (last && last.mark === part.mark)
    parts[parts.length - 1] = { text: last.text + part.text, mark: part.mark };
  else parts.push(part);
}

function isLinkTo(token: string, wanted: ReadonlySet<string>): boolean {
  if (!/^<(?:a|area)\s/i.test(token)) return false;
  const found = HREF.exec(token);
  const href = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim().replace(/&amp;/gi, '&');
  return href !== undefined && spellings(href).some((one) => wanted.has(one));
}

/** A link is written in many ways on a page: whole, without scheme, or as a path; compared without case of the host. */
function spellings(href: string): string[] {
  const full = href.startsWith('//') ? `https:${href}` : href;
  if (!URL.canParse(full)) return [href];
  const url = new URL(full);
  const bare = `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
  return [full, bare];
}
