import { createServer } from 'node:https';
import { describe, expect, it } from '@jest/globals';
import { Deadline } from '../../src/platform/fetch/deadline.js';
import { PageFetcher } from '../../src/platform/fetch/page-fetcher.js';
import { EXPIRED, GOOD } from './certificates.js';
import { RawServer } from './raw-server.js';

async function ask(host: string, port: number, trusted: readonly string[]): Promise<string> {
  const fetcher = new PageFetcher({
    resolve: async () => ['127.0.0.1'],
    allow: ['127.0.0.1/32'],
    userAgent: 'test',
    trusted,
  });
  const result = await fetcher.get({
    url: new URL(`https://${host}:${port}/`),
    deadline: new Deadline(10_000),
  });
  await fetcher.close();
  return result.ok ? String(result.answer.status) : `${result.failure.code} ${result.failure.detail}`;
}

async function withServer(options: object, work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer(options, (_, response) => response.end('ok')).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => undefined);
  await new Promise((done) => server.once('listening', done));
  await work((server.address() as { port: number }).port);
  server.closeAllConnections();
  server.close();
}

describe('secure connections', () => {
  it('a certificate that is trusted and for this name is taken, another name is not', async () => {
    await withServer(GOOD, async (port) => {
      expect(await ask('site.test', port, [GOOD.cert])).toBe('200');
      expect(await ask('other.test', port, [GOOD.cert])).toBe('tls wrong_name');
      expect(await ask('127.0.0.1', port, [GOOD.cert])).toBe('tls wrong_name');
    });
  });

  it('a self-signed certificate is not taken', async () => {
    await withServer(GOOD, async (port) => expect(await ask('site.test', port, [])).toBe('tls self_signed'));
  });

  it('an expired certificate is not taken', async () => {
    await withServer(EXPIRED, async (port) =>
      expect(await ask('site.test', port, [EXPIRED.cert])).toBe('tls expired'),
    );
  });

  it('TLS 1.0 is not spoken', async () => {
    const ancient = { ...GOOD, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' };
    await withServer(ancient, async (port) =>
      expect(await ask('site.test', port, [GOOD.cert])).toBe('tls handshake'),
    );
  });

  it('a handshake that never ends, is cut off, or is none at all', async () => {
    const silent = await RawServer.start(() => undefined);
    expect(await ask('site.test', silent.port, [])).toBe('tls handshake');
    await silent.stop();
    await withServer({}, async (port) => expect(await ask('site.test', port, [])).toBe('tls handshake'));
  });
});
