import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, rootCertificates } from 'node:tls';
import type { MailServer } from './smtp-settings.js';

/** What TLS asks of a server: its certificate must carry the name it was looked up by. */
export function tlsOptions(server: MailServer): ConnectionOptions {
  return {
    ...(isIP(server.servername) === 0 ? { servername: server.servername } : {}),
    minVersion: 'TLSv1.2',
    ...(server.trusted.length > 0 && { ca: [...rootCertificates, ...server.trusted] }),
  };
}

/** Connects to the checked address, with TLS where it is spoken from the start. Rejects with the socket's own error, or `ETIMEDOUT`. */
export function openSocket(server: MailServer, limitMs: number): Promise<Socket> {
  const place = { host: server.host, port: server.port };
  const isTls = server.security === 'tls';
  const socket = isTls ? connectTls({ ...place, ...tlsOptions(server) }) : connectPlain(place);
  return new Promise((done, fail) => {
    const late = setTimeout(
      () => socket.destroy(Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT' })),
      limitMs,
    );
    socket.once('error', (error: Error) => {
      clearTimeout(late);
      socket.on('error', () => undefined);
      fail(error);
    });
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(late);
      socket.removeAllListeners('error');
      done(socket);
    });
  });
}
