import { type MailFault, type MailPhase, MailServerError } from './smtp-settings.js';

const TLS: Readonly<Record<string, MailFault>> = {
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate_untrusted',
  CERT_REVOKED: 'certificate_untrusted',
  EPROTO: 'tls_failed',
  // Something was slipped in between the answer to STARTTLS and TLS itself.
  STARTTLS_INJECTION: 'tls_failed',
  ETLS: 'tls_missing',
};

const LINE: Readonly<Record<string, MailFault>> = {
  ECONNREFUSED: 'connection_refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  ECONNECTION: 'closed',
  ESOCKET: 'closed',
  EConnectionClosed: 'closed',
  NoConnection: 'closed',
  ClosedAfterConnectText: 'not_spoken',
  ClosedAfterConnectTLS: 'not_spoken',
  LineTooLarge: 'not_spoken',
  LiteralTooLarge: 'not_spoken',
  ResponseTooLarge: 'not_spoken',
  EPROTOCOL: 'not_spoken',
  ENOAUTH: 'sign_in_method',
};

/** The fault of a socket, of TLS or of a mail library's error, by its code alone; null when the code says nothing. */
export function lineFault(error: unknown): MailFault | null {
  const { code, originalCode, cause } = (error ?? {}) as MarkedError;
  const deeper = cause === undefined || cause === null ? null : lineFault(cause);
  return faultOf(originalCode) ?? deeper ?? faultOf(code) ?? (isUpgradeRefused(error) ? 'tls_missing' : null);
}

/** nodemailer keeps the code of the socket beside its own, imapflow in a cause. */
interface MarkedError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly cause?: unknown;
}

function faultOf(code: unknown): MailFault | null {
  if (typeof code !== 'string') return null;
  if (Object.hasOwn(TLS, code)) return TLS[code] ?? null;
  return /^(?:ERR_SSL_|ERR_TLS_|CERT_)/.test(code) ? 'tls_failed' : (LINE[code] ?? null);
}

/** imapflow marks a server without STARTTLS so. */
function isUpgradeRefused(error: unknown): boolean {
  return (error as { tlsFailed?: unknown } | null)?.tlsFailed === true;
}

/** An error of a mail library as one of ours: the code that fits, the phase it stopped in, and not a word of the server. */
export function mailServerError(error: unknown, phase: MailPhase): MailServerError {
  if (error instanceof MailServerError) return error;
  const fault = lineFault(error) ?? 'server_error';
  const isTls = fault.startsWith('certificate') || fault.startsWith('tls');
  return new MailServerError(fault, isTls ? 'tls' : phase);
}
