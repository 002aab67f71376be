import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Deadline } from '../../src/platform/fetch/deadline.js';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import {
  type FetcherSettings,
  type FetchResult,
  PageFetcher,
} from '../../src/platform/fetch/page-fetcher.js';
import { Trail, walk } from '../../src/platform/fetch/redirect-walk.js';
import { FORBIDDEN_HOSTS, FORBIDDEN_URLS } from './forbidden-addresses.js';
import { answer, type RawReply, RawServer, trickle } from './raw-server.js';

const OPENED = ['127.0.0.1/32'];
let fetchers: PageFetcher[] = [];
let servers: RawServer[] = [];

afterEach(async () => {
  await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  await Promise.all(servers.map((server) => server.stop()));
  fetchers = [];
  servers = [];
});

function fetcher(settings: Partial<FetcherSettings> = {}): PageFetcher {
  const made = new PageFetcher({ resolve: systemResolver(), allow: OPENED, userAgent: 'test', ...settings });
  fetchers.push(made);
  return made;
}

async function serve(reply: RawReply, address?: string): Promise<RawServer> {
  const server = await RawServer.start(reply, address);
  servers.push(server);
  return server;
}

async function get(reply: RawReply, limitMs = 20_000): Promise<FetchResult> {
  const server = await serve(reply);
  return fetcher().get({ url: new URL(server.url()), deadline: new Deadline(limitMs) });
}

function outcome(result: FetchResult): string {
  if (!result.ok) return `${result.failure.code} ${result.failure.detail}`;
  result.answer.release();
  return `${result.answer.status} ${result.answer.body.length}${result.answer.tooLarge ? ' cut' : ''}`;
}

const text = 'a link on a page '.repeat(400);

describe('one request', () => {
  it.each<[string, string, Buffer, string]>([
    ['gzip', 'gzip', gzipSync(text), '200 6800'],
    ['x-gzip', 'x-gzip', gzipSync(text), '200 6800'],
    ['deflate in zlib format', 'deflate', deflateSync(text), '200 6800'],
    ['raw deflate', 'deflate', deflateRawSync(text), '200 6800'],
    ['brotli', 'BR', brotliCompressSync(text), '200 6800'],
    ['identity', 'identity', Buffer.from(text), '200 6800'],
    ['nothing at all', '', Buffer.from(text), '200 6800'],
    ['stacked codings', 'gzip, gzip', gzipSync(gzipSync(text)), 'bad_encoding stacked'],
    ['an unknown coding', 'compress', Buffer.from(text), 'bad_encoding unknown_coding'],
    ['plain text under the name of gzip', 'gzip', Buffer.from(text), 'bad_encoding damaged'],
    ['gzip that ends early', 'gzip', gzipSync(text).subarray(0, 40), 'bad_encoding damaged'],
    ['a bomb of 50 MB', 'gzip', gzipSync(Buffer.alloc(50e6, 'a')), 'bad_encoding inflated_too_large'],
    [
      'a bomb of 50 MB in brotli',
      'br',
      brotliCompressSync(Buffer.alloc(50e6, 'a')),
      'bad_encoding inflated_too_large',
    ],
    ['2 MB at a ratio of 1,000', 'gzip', gzipSync(Buffer.alloc(2e6, 'a')), 'bad_encoding ratio'],
    ['0.9 MB at a ratio of 1,000', 'gzip', gzipSync(Buffer.alloc(9e5, 'a')), '200 900000'],
  ])('body in %s', async (_, coding, body, expected) => {
    const headers: Record<string, string> = coding === '' ? {} : { 'content-encoding': coding };
    expect(outcome(await get((socket) => void socket.write(answer(200, headers, body))))).toBe(expected);
  });

  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
  it.each<[string, string, string]>([
    ['HTTP/0.9', '<html><a href=/>x</a></html>', 'protocol bad_http'],
    ['garbage', '\u0000\u0001\u0002\u0003garbage\r\n\r\n', 'protocol bad_http'],
    [
      'Content-Length and Transfer-Encoding',
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`,
      'protocol content_length',
    ],
    [
      'two different Content-Lengths',
      `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde`,
      'protocol content_length',
    ],
    [
      'a bad chunk size',
      `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
      'protocol bad_http',
    ],
    ['a header of 1 MB', `${head}X-Big: ${'x'.repeat(1e6)}\r\n\r\n`, 'protocol headers_too_large'],
    ['10,000 cookies', `${head}${'Set-Cookie: a=b\r\n'.repeat(10_000)}\r\n`, 'protocol headers_too_large'],
    ['a flood of interim answers', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000), 'protocol interim_flood'],
    [
      '101 Switching Protocols',
      'HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'protocol connection_closed',
    ],
    ['a space before the colon', `${head}X : y\r\nContent-Length: 0\r\n\r\n`, 'protocol bad_http'],
    [
      'a few early hints',
      `${'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'.repeat(3)}${head}Content-Length: 2\r\n\r\nok`,
      '200 2',
    ],
    ['204', 'HTTP/1.1 204 No\r\n\r\n', '204 0'],
    ['206', 'HTTP/1.1 206 P\r\nContent-Length: 2\r\n\r\nok', '206 2'],
  ])('%s', async (_, bytes, expected) => {
    expect(outcome(await get((socket) => void socket.write(Buffer.from(bytes, 'latin1'))))).toBe(expected);
  });

  it('a connection that ends before the announced length is no answer', async () => {
    expect(outcome(await get((socket) => void socket.end(`${head}Content-Length: 100\r\n\r\nabc`)))).toMatch(
      /^protocol/,
    );
  });

  it('a body without length ends with its connection', async () => {
    expect(outcome(await get((socket) => void socket.end(`${head}\r\nabc`)))).toBe('200 3');
  });

  it('a closed port is no answer', async () => {
    const server = await serve(() => undefined);
    await server.stop();
    servers = [];
    const result = await fetcher().get({ url: new URL(server.url()), deadline: new Deadline(20_000) });
    expect(outcome(result)).toBe('protocol connection_refused');
  });

  it('one byte now and then runs into the deadline', async () => {
    const slow: RawReply = (socket) => trickle(socket, `${head}X: ${'y'.repeat(500)}`, 20);
    expect(outcome(await get(slow, 300))).toBe('timeout total');
    const slowBody: RawReply = (socket) =>
      trickle(socket, [`${head}Content-Length: 500\r\n\r\n`, ...'z'.repeat(500)], 20);
    expect(outcome(await get(slowBody, 300))).toBe('timeout total');
  });

  it('an endless body is cut at 5 MB and kept', async () => {
    const chunk = 'x'.repeat(64 * 1024);
    const endless: RawReply = (socket) => {
      socket.write(`${head}\r\n`);
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
        if (!socket.destroyed) socket.once('drain', more);
      };
      more();
    };
    expect(outcome(await get(endless))).toBe(`200 ${5 * 1024 * 1024} cut`);
  });

  it('many large bodies at once wait for room and all arrive', async () => {
    const body = Buffer.alloc(1e6, 'x');
    const server = await serve((socket) => void socket.write(answer(200, {}, body)));
    const one = fetcher();
    const deadline = () => new Deadline(20_000);
    const results = await Promise.all(
      Array.from({ length: 20 }, async () =>
        outcome(await one.get({ url: new URL(server.url()), deadline: deadline() })),
      ),
    );
    expect(new Set(results)).toEqual(new Set(['200 1000000']));
  });

  it('sends no cookie, no referrer, and our name', async () => {
    let seen = '';
    const server = await serve((socket) => void socket.write(answer(200, { 'set-cookie': 'a=b' })));
    server.onRequest = (request) => {
      seen += request;
    };
    const one = fetcher();
    for (let turn = 0; turn < 2; turn += 1)
      await one.get({ url: new URL(server.url()), deadline: new Deadline(5_000) });
    expect(seen).toMatch(/user-agent: test/i);
    expect(seen).not.toMatch(/cookie|referer/i);
  });
});

describe('forbidden addresses', () => {
  /** The listener is on loopback, which is not opened here: nothing may connect to it. */
  async function connectionsTo(
    ask: (port: number, closed: PageFetcher) => Promise<unknown>,
  ): Promise<number> {
    const listeners = await Promise.all(
      ['127.0.0.1', '::1'].map((address) => serve(() => undefined, address)),
    );
    const closed = fetcher({ allow: [] });
    for (const listener of listeners) await ask(listener.port, closed);
    return listeners.reduce((sum, listener) => sum + listener.connections, 0);
  }

  it.each(FORBIDDEN_HOSTS)('%s is never connected to', async (host) => {
    const connections = await connectionsTo(async (port, closed) => {
      const result = await closed.get({
        url: new URL(`http://${host}:${port}/`),
        deadline: new Deadline(3_000),
      });
      expect(result).toMatchObject({ ok: false, failure: { code: 'address_refused' } });
    });
    expect(connections).toBe(0);
  });

  it.each(FORBIDDEN_URLS)('%s is never connected to', async (template) => {
    const connections = await connectionsTo(async (port, closed) => {
      const url = new URL(template.replace('PORT', String(port)));
      expect(await closed.get({ url, deadline: new Deadline(3_000) })).toMatchObject({ ok: false });
    });
    expect(connections).toBe(0);
  });

  it.each([...FORBIDDEN_HOSTS.map((host) => `http://${host}:PORT/`), ...FORBIDDEN_URLS])(
    'a redirect to %s is never followed',
    async (template) => {
      const secret = await serve(() => undefined);
      const location = template.replace('PORT', String(secret.port)).replaceAll(/[\r\n]/g, '');
      const front = await serve(
        (socket) => void socket.write(Buffer.from(answer(302, { location }))),
        '127.0.0.2',
      );
      const opened = fetcher({ allow: ['127.0.0.2/32'] });
      const result = await walk(opened, new URL(`http://127.0.0.2:${front.port}/`), {
        deadline: new Deadline(3_000),
        before: async () => null,
        after: () => undefined,
        trail: new Trail(),
      });
      expect(result.kind).toBe('failed');
      expect(secret.connections).toBe(0);
    },
  );

  it('a name that changes its answer is only ever connected to where it was checked', async () => {
    const secret = await serve((socket) => void socket.write(answer(200, {}, 'secret')), '127.0.0.2');
    const open = await serve((socket) => void socket.write(answer(200, { connection: 'close' }, 'open')));
    let call = 0;
    const resolve = async () => (call++ % 2 === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
    const one = fetcher({ resolve });
    for (let turn = 0; turn < 50; turn += 1) {
      await one.get({ url: new URL(`http://rebind.test:${open.port}/`), deadline: new Deadline(3_000) });
      await one.get({ url: new URL(`http://rebind.test:${secret.port}/`), deadline: new Deadline(3_000) });
    }
    expect(secret.connections).toBe(0);
    expect(call).toBe(100);
  });
});
