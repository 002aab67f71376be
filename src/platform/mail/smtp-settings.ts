/** How a mail server is spoken to. `none` is clear text: only servers in an opened range (LINKLEDGER_FETCH_ALLOW) may be spoken to so. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];

/** With what one signs in: a password, or an access token (XOAUTH2). Never logged, never told. */
export type MailAuth =
  | { readonly user: string; readonly pass: string }
  | { readonly user: string; readonly accessToken: string };

/** A mail server whose address was checked: `host` is that very address, `servername` the name its certificate must carry. */
export interface MailServer {
  readonly host: string;
  readonly servername: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly auth: MailAuth;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly trusted: readonly string[];
}

/** Where talking with a mail server stopped. */
export const MAIL_PHASES = ['address', 'connect', 'tls', 'greeting', 'sign_in', 'folders'] as const;
export type MailPhase = (typeof MAIL_PHASES)[number];

/** Why a mail server could not be used: a closed list, because what servers say is never passed on. */
export const MAIL_FAULTS = [
  'dns',
  'address_refused',
  'port_refused',
  'clear_text_refused',
  'connection_refused',
  'unreachable',
  'timeout',
  'closed',
  'tls_missing',
  'tls_failed',
  'certificate_expired',
  'certificate_name',
  'certificate_untrusted',
  'not_spoken',
  'credentials_refused',
  'sign_in_method',
  'too_many_connections',
  'server_error',
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** A mail server could not be used. Carries codes only, never a banner, an answer or a secret. */
export class MailServerError extends Error {
  constructor(
    readonly code: MailFault,
    readonly phase: MailPhase,
  ) {
    super(`${phase}: ${code}`);
  }
}
