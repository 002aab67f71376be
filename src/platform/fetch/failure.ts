import type { UnreachableCode } from '../../core/verifier/verdict.js';

/** Why a request brought no usable answer. `detail` is a short word for the sentence made of it. */
export interface FetchFailure {
  readonly code: UnreachableCode;
  readonly detail: string | null;
}

/** Carries a failure through undici, which knows errors only. Never leaves this folder. */
export class FetchError extends Error {
  constructor(readonly failure: FetchFailure) {
    super(`${failure.code}: ${failure.detail ?? ''}`);
  }
}

const TLS_DETAILS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong_name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'self_signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown_issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown_issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown_issuer',
  CERT_REVOKED: 'revoked',
  EPROTO: 'handshake',
};

const OTHER: Readonly<Record<string, FetchFailure>> = {
  UND_ERR_HEADERS_TIMEOUT: { code: 'timeout', detail: 'headers' },
  UND_ERR_BODY_TIMEOUT: { code: 'timeout', detail: 'body' },
  UND_ERR_CONNECT_TIMEOUT: { code: 'timeout', detail: 'connect' },
  ETIMEDOUT: { code: 'timeout', detail: 'connect' },
  ECONNREFUSED: { code: 'protocol', detail: 'connection_refused' },
  ECONNRESET: { code: 'protocol', detail: 'connection_reset' },
  EPIPE: { code: 'protocol', detail: 'connection_reset' },
  UND_ERR_SOCKET: { code: 'protocol', detail: 'connection_closed' },
  EHOSTUNREACH: { code: 'protocol', detail: 'host_unreachable' },
  ENETUNREACH: { code: 'protocol', detail: 'host_unreachable' },
  EADDRNOTAVAIL: { code: 'protocol', detail: 'host_unreachable' },
  UND_ERR_HEADERS_OVERFLOW: { code: 'protocol', detail: 'headers_too_large' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { code: 'protocol', detail: 'content_length' },
};

/** Turns an error of sockets, TLS or the HTTP parser into our closed list; whatever is not known is `protocol`. */
export function classifyFailure(error: unknown): FetchFailure {
  if (error instanceof FetchError) return error.failure;
  const code = errorCode(error);
  const tls = TLS_DETAILS[code] ?? (/^(?:ERR_SSL_|ERR_TLS_|CERT_)/.test(code) ? 'handshake' : null);
  if (tls !== null) return { code: 'tls', detail: tls };
  return OTHER[code] ?? { code: 'protocol', detail: isParserError(error) ? 'bad_http' : 'failed' };
}

function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  // Happy eyeballs reports all its attempts at once.
  const inner = (error as { errors?: readonly unknown[] } | null)?.errors?.[0];
  return inner === undefined ? '' : errorCode(inner);
}

/** undici gives its parser's errors a name, but not always a code. */
function isParserError(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'HTTPParserError';
}
