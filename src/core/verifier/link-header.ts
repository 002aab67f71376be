/** The addresses a Link header names as canonical, as they stand there (RFC 8288; D130). */
export function canonicalsOfHeader(header: string): string[] {
  const addresses: string[] = [];
  for (const { address, parameters } of readLinks(header)) {
    if (isPlainCanonical(parameters)) addresses.push(address);
  }
  return addresses;
}

const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"[^"]*"|[^\s";,]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,]+)(?:\s*=\s*(?:"([^"]*)"|([^\s";,]*)))?/g;
const HEADER_LIMIT = 8_000;

function readLinks(header: string): { address: string; parameters: Map<string, string> }[] {
  return [...header.slice(0, HEADER_LIMIT).matchAll(LINK)].map(([, address, rest]) => ({
    address: (address as string).trim(),
    parameters: new Map(
      [...(rest as string).matchAll(PARAMETER)].map(([, name, quoted, bare]) => [
        (name as string).toLowerCase(),
        quoted ?? bare ?? '',
      ]),
    ),
  }));
}

/** Canonicals for one language, medium or type are none for the page itself (D130). */
function isPlainCanonical(parameters: ReadonlyMap<string, string>): boolean {
  const rel = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/);
  return rel.includes('canonical') && !CANONICAL_EXCEPTIONS.some((name) => parameters.has(name));
}

/** Attributes that make a canonical one for a part of the readers alone. */
export const CANONICAL_EXCEPTIONS = ['hreflang', 'lang', 'media', 'type'] as const;
