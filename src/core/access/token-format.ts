/** What a public token carries: the workspace to look in, and the secret part. */
export interface PublicToken {
  readonly workspaceId: string;
  /** 256 bits in base64url: 43 characters. */
  readonly secret: string;
}

/** Kinds of tokens that are shown to people, by their prefix: API tokens, invitations and links to reports. */
const TOKEN_PREFIXES = { api: 'llk', invitation: 'lli', report: 'llr' } as const;
export type TokenKind = keyof typeof TOKEN_PREFIXES;

const FORM =
  /^(ll[kir])_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** Writes a token: prefix, workspace id without dashes, secret. */
export function formatToken(kind: TokenKind, { workspaceId, secret }: PublicToken): string {
  return `${TOKEN_PREFIXES[kind]}_${workspaceId.replaceAll('-', '')}_${secret}`;
}

/** Reads a token of this kind; null for everything else. */
export function parseToken(kind: TokenKind, text: string): PublicToken | null {
  const [, prefix, ...parts] = FORM.exec(text) ?? [];
  const secret = parts.pop();
  if (prefix !== TOKEN_PREFIXES[kind] || secret === undefined) return null;
  return { workspaceId: parts.join('-'), secret };
}

/** The start of a token that may be shown to tell tokens apart: prefix and 4 characters of the secret. */
export function shownPrefix(kind: TokenKind, secret: string): string {
  return `${TOKEN_PREFIXES[kind]}_…${secret.slice(0, 4)}`;
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerOf(header: string | undefined): string | null {
  return /^bearer +([^\s,]{1,200})$/i.exec(header ?? '')?.[1] ?? null;
}
