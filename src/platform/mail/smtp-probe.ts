import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { mailServerError } from './mail-errors.js';
import { type MailServer, MailServerError } from './smtp-settings.js';

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 20_000, socketTimeout: 20_000 } as const;
const WHOLE_MS = 45_000;

/** Connects, greets, starts TLS where that is wished and signs in, then hangs up; no mail is sent. Throws `MailServerError`. */
export async function probeSmtp(server: MailServer): Promise<void> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    auth:
      'pass' in server.auth
        ? { user: server.auth.user, pass: server.auth.pass }
        : { type: 'OAuth2', user: server.auth.user, accessToken: server.auth.accessToken },
    tls: tlsOf(server),
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailServerError('timeout', 'connect')), WHOLE_MS);
  });
  const verified = transport.verify();
  // Once it was too late nobody waits for what it still says.
  verified.catch(() => undefined);
  try {
    await Promise.race([verified, late]);
  } catch (error) {
    throw probeError(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function tlsOf({ servername, trusted }: MailServer): object {
  return {
    minVersion: 'TLSv1.2',
    ...(isIP(servername) === 0 ? { servername } : {}),
    ...(trusted.length > 0 && { ca: [...rootCertificates, ...trusted] }),
  };
}

/** 535, 534 and 530 refuse whoever signs in (RFC 4954, 6); a 4xx there is the server's own trouble; without an answer the way to sign in is not offered. */
function probeError(error: unknown): MailServerError {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (code !== 'EAUTH') return mailServerError(error, 'connect');
  if (typeof responseCode !== 'number') return new MailServerError('sign_in_method', 'sign_in');
  return new MailServerError(responseCode >= 500 ? 'credentials_refused' : 'server_error', 'sign_in');
}
