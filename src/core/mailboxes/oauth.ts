import { parseUrl } from '../sites/parse-url.js';
import type { OauthProvider } from './mail-providers.js';

/** The team's own app at a provider, as far as addresses go. */
export interface OauthApp {
  readonly provider: OauthProvider;
  readonly clientId: string;
  /** Microsoft alone: a directory's id or domain, or `common`. */
  readonly tenant: string;
  /** Another address than the provider's own; `custom` has no own one. */
  readonly authorizeUrl: string | null;
  readonly tokenUrl: string | null;
  /** What is asked for; empty: what the provider needs for mail. */
  readonly scope: string;
}

/** Where one signs in, where codes become tokens, and what is asked for. */
export interface OauthEndpoints {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
  /** Parameters without which the provider gives no refresh token. */
  readonly extra: Readonly<Record<string, string>>;
}

const MICROSOFT_SCOPE =
  'offline_access openid email https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send';

/** The addresses of an app's provider (as Google and Microsoft document them); null when an own provider lacks one. */
export function endpointsOf(app: OauthApp): OauthEndpoints | null {
  const usual = usualOf(app) ?? NOTHING_USUAL;
  const authorizeUrl = app.authorizeUrl ?? usual.authorizeUrl;
  const tokenUrl = app.tokenUrl ?? usual.tokenUrl;
  if (authorizeUrl === '' || tokenUrl === '') return null;
  return { authorizeUrl, tokenUrl, scope: app.scope === '' ? usual.scope : app.scope, extra: usual.extra };
}

const NOTHING_USUAL: OauthEndpoints = { authorizeUrl: '', tokenUrl: '', scope: 'openid email', extra: {} };

function usualOf({ provider, tenant }: OauthApp): OauthEndpoints | null {
  if (provider === 'google')
    return {
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      scope: 'https://mail.google.com/ openid email',
      extra: { access_type: 'offline', prompt: 'consent' },
    };
  if (provider === 'custom') return null;
  const base = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0`;
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    scope: MICROSOFT_SCOPE,
    extra: { prompt: 'select_account' },
  };
}

/** What one sign-in is bound to. */
export interface SignInRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  /** SHA-256 of the verifier in base64url (RFC 7636, S256). */
  readonly challenge: string;
  readonly loginHint: string | null;
}

/** The address a person is sent to for signing in (RFC 6749, 4.1.1, with PKCE). Null when the provider's address is none. */
export function authorizeAddress(endpoints: OauthEndpoints, request: SignInRequest): string | null {
  const url = parseUrl(endpoints.authorizeUrl);
  if (url === null) return null;
  const params = {
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    scope: endpoints.scope,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
    ...(request.loginHint === null ? {} : { login_hint: request.loginHint }),
    ...endpoints.extra,
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

/** Tokens of an account. A provider that keeps the refresh token as it is sends none. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresInS: number;
  /** The address the provider says was signed in; it came from the token endpoint itself, so nobody could have changed it (OpenID Connect Core, 3.1.3.7). */
  readonly email: string | null;
}

const HOUR_S = 3600;
const LONGEST_TOKEN = 16_000;

/** Reads a token answer (RFC 6749, 5.1); null when it is none. Tokens with line breaks or blanks are none. */
export function readTokens(json: unknown): Tokens | null {
  const { access_token, refresh_token, expires_in, id_token } = (json ?? {}) as Record<string, unknown>;
  if (!isToken(access_token)) return null;
  const seconds = Number(expires_in);
  return {
    accessToken: access_token,
    refreshToken: isToken(refresh_token) ? refresh_token : null,
    expiresInS: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 24 * HOUR_S) : HOUR_S,
    email: emailOf(id_token),
  };
}

/** Errors that no waiting mends: the person must sign in again, or the app must be set right (RFC 6749, 5.2). */
const FINAL: readonly string[] = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_scope',
  'interaction_required',
  'consent_required',
  'access_denied',
];

/** Whether a refusal of the token endpoint is final; trouble of the server and of the line is not. */
export function isFinalRefusal(status: number, error: unknown): boolean {
  return (
    status >= 400 && status < 500 && status !== 429 && typeof error === 'string' && FINAL.includes(error)
  );
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TOKEN && /^[\x21-\x7e]+$/.test(value);
}

function emailOf(idToken: unknown): string | null {
  if (!isToken(idToken)) return null;
  const claims = claimsOf(idToken.split('.')[1] ?? '');
  const email = claims['email'] ?? claims['preferred_username'];
  return typeof email === 'string' && email.length <= 320 ? email : null;
}

function claimsOf(part: string): Record<string, unknown> {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
