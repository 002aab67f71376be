import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { AuthenticationFailure, ImapFlow } from 'imapflow';
import { ImapWatch } from './imap-bounds.js';
import { mailServerError } from './mail-errors.js';
import { type MailServer, MailServerError } from './smtp-settings.js';

/** What a session may take, in milliseconds: connecting, the greeting, and silence of the line (IDLE included). */
export interface ImapDeadlines {
  readonly connectMs: number;
  readonly greetingMs: number;
  readonly silenceMs: number;
  /** All of connecting and signing in together. */
  readonly wholeMs: number;
}

const DEADLINES: ImapDeadlines = {
  connectMs: 20_000,
  greetingMs: 60_000,
  silenceMs: 5 * 60_000,
  wholeMs: 120_000,
};
/** IDLE is renewed well before the half hour after which a server may hang up (RFC 2177). */
const IDLE_MS = 25 * 60_000;
const MEGABYTE = 1024 * 1024;
/** Greeting and signing in are a few lines. */
const CONNECT_BYTES = 256 * 1024;
/** A hostile server must not fill the memory: one line, one literal, one answer. Nothing larger than a megabyte is ever asked for. */
const LIMITS = {
  maxLineLength: 2 * MEGABYTE,
  maxLiteralSize: 8 * MEGABYTE,
  maxResponseSize: 12 * MEGABYTE,
  // What is packed can be unpacked to anything.
  disableCompression: true,
} as const;

/** Opens a signed-in IMAP session to a checked address. Throws `MailServerError` with a code and nothing of what the server said. */
export async function openImap(
  server: MailServer,
  deadlines: Partial<ImapDeadlines> = {},
): Promise<ImapFlow> {
  const { connectMs, greetingMs, silenceMs, wholeMs } = { ...DEADLINES, ...deadlines };
  const session = new ImapFlow({
    host: server.host,
    port: server.port,
    ...nameOf(server),
    secure: server.security === 'tls',
    ...(server.security === 'tls' ? {} : { doSTARTTLS: server.security === 'starttls' }),
    auth: server.auth,
    logger: false,
    connectionTimeout: connectMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    maxIdleTime: IDLE_MS,
    clientInfo: { name: 'Linkledger' },
    tls: {
      ...nameOf(server),
      minVersion: 'TLSv1.2',
      ...(server.trusted.length > 0 && { ca: [...rootCertificates, ...server.trusted] }),
    },
    ...LIMITS,
  });
  // A connection that breaks later is told by the call that runs; without a listener it would end the process.
  session.on('error', () => undefined);
  const watch = new ImapWatch(session, { ms: wholeMs, bytes: CONNECT_BYTES });
  try {
    await session.connect();
    return session;
  } catch (error) {
    session.close();
    throw watch.fault === null ? connectError(error) : new MailServerError(watch.fault, 'sign_in');
  } finally {
    watch.end();
  }
}

/** An address literal is no name for SNI (RFC 6066, 3). */
function nameOf({ servername }: MailServer): { servername?: string } {
  return isIP(servername) === 0 ? { servername } : {};
}

function connectError(error: unknown): MailServerError {
  if (error instanceof AuthenticationFailure || isAuthentication(error)) return signInError(error);
  return mailServerError(error, 'connect');
}

/** What Gmail and others say without a code. */
const TOO_MANY = /too many (?:simultaneous |concurrent )?connections/i;

/** imapflow marks a refused sign-in by a property; what the server said with it tells a full server from a wrong password (RFC 5530). */
function signInError(error: unknown): MailServerError {
  const {
    serverResponseCode: code,
    responseStatus,
    response,
  } = error as Partial<Record<'serverResponseCode' | 'responseStatus' | 'response', unknown>>;
  if (responseStatus === 'BAD') return new MailServerError('server_error', 'sign_in');
  if (code === 'UNAVAILABLE' || code === 'INUSE') return new MailServerError('server_error', 'sign_in');
  if (code === 'LIMIT' || TOO_MANY.test(String(response)))
    return new MailServerError('too_many_connections', 'sign_in');
  return new MailServerError('credentials_refused', 'sign_in');
}

function isAuthentication(error: unknown): boolean {
  return (error as { authenticationFailed?: unknown } | null)?.authenticationFailed === true;
}
