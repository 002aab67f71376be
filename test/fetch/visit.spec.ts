import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { answer, type RawReply, trickle, withoutRobots } from './raw-server.js';
import { LINK, TARGET, TEXT, told, VisitWorld } from './visit-world.js';

const world = new VisitWorld();
afterAll(() => world.stop());

/** A server whose page answers so; its robots.txt is a 404. */
function page(status: number, body: string | Buffer = '', headers: Record<string, string> = {}): RawReply {
  return withoutRobots((socket) => void socket.write(answer(status, headers, body)));
}

/** Robots.txt answered so, and a page with the link behind it. */
function robots(status: number, text: string, headers: Record<string, string> = {}): RawReply {
  const plain = { 'content-type': 'text/plain', ...headers };
  return (socket, path) =>
    void socket.write(path === '/robots.txt' ? answer(status, plain, text) : answer(200, {}, LINK));
}

/** Redirects by path; everything else is a page with the link. */
function redirects(map: Record<string, [number, string] | undefined>): RawReply {
  return withoutRobots((socket, path) => {
    const hop = map[path];
    socket.write(hop === undefined ? answer(200, {}, LINK) : answer(hop[0], { location: hop[1] }));
  });
}

describe('what a page comes to', () => {
  it.each<[string, RawReply, string]>([
    ['the link', page(200, LINK), 'live'],
    ['the link behind a 201', page(201, LINK), 'live'],
    ['text without the link', page(200, TEXT), 'absent link_absent'],
    [
      'a link to another page of the site',
      page(200, '<a href="https://target.example/other">x</a>'),
      'differs wrong_target',
    ],
    ['404, whatever it holds', page(404, LINK), 'absent page_gone'],
    ['410', page(410), 'absent page_gone'],
    ['403', page(403, LINK), 'unverifiable http_status'],
    ['204', page(204), 'unverifiable http_status'],
    ['206', page(206, LINK), 'unverifiable http_status'],
    ['429', page(429), 'unreachable rate_limited'],
    ['503', page(503), 'unreachable server_error'],
    ['304 without a Location', page(304), 'unreachable protocol'],
    ['302 to nothing', page(302), 'unreachable protocol'],
    ['302 to an empty address', page(302, '', { location: '' }), 'unreachable protocol'],
    ['302 to what is no URL', page(302, '', { location: 'http://[x]/' }), 'unreachable protocol'],
    ['a PDF', page(200, '%PDF-1.7', { 'content-type': 'application/pdf' }), 'unverifiable not_html'],
    [
      'HTML under the name of text/plain',
      page(200, LINK, { 'content-type': 'text/plain' }),
      'unverifiable not_html',
    ],
    ['HTML without a type', page(200, `<!doctype html>${LINK}`, { 'content-type': '' }), 'live'],
    ['text without a type', page(200, 'just words', { 'content-type': '' }), 'unverifiable not_html'],
    ['gzip', page(200, gzipSync(LINK), { 'content-encoding': 'gzip' }), 'live'],
    ['damaged gzip', page(200, LINK, { 'content-encoding': 'gzip' }), 'unreachable bad_encoding'],
    [
      'UTF-16 by its header alone',
      page(200, Buffer.from(LINK, 'utf16le'), { 'content-type': 'text/html; charset=utf-16' }),
      'live',
    ],
    ['UTF-16 by its mark', page(200, Buffer.from(`\ufeff${LINK}`, 'utf16le')), 'live'],
    ['a charset nobody knows', page(200, LINK, { 'content-type': 'text/html; charset=utf-7' }), 'live'],
    ['the link before 5 MB of more', page(200, LINK + 'x'.repeat(6e6)), 'live too_large'],
    ['no link in the first 5 MB', page(200, TEXT + 'x'.repeat(6e6)), 'unverifiable too_large'],
  ])('%s', async (_, reply, expected) => {
    expect(await world.verdictOf(reply)).toBe(expected);
  });

  it.each<[string, string]>([
    ['an unknown host', 'http://no-such-host.invalid/'],
    ['a host that is no name', 'http://a..b/'],
  ])('%s: dns', async (_, url) => {
    expect(await world.verdict(url)).toBe('unreachable dns');
  });

  it('a page one byte at a time runs out of time', async () => {
    const quick = new VisitWorld();
    const slow = withoutRobots((socket) =>
      trickle(socket, 'HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', 1_000),
    );
    expect(await quick.verdictOf(slow)).toBe('unreachable timeout');
    await quick.stop();
  }, 40_000);
});

describe('redirects', () => {
  it.each<[string, RawReply, string]>([
    [
      'five hops',
      redirects({
        '/page': [301, '/1'],
        '/1': [302, '2'],
        '/2': [303, '/3'],
        '/3': [307, '/4'],
        '/4': [308, '/5'],
      }),
      'live',
    ],
    [
      'an address sent as plain UTF-8',
      redirects({ '/page': [302, '/caf\u00e9'], '/caf%C3%83%C2%A9': [302, '/page'] }),
      'live',
    ],
    [
      'six hops',
      redirects({
        '/page': [301, '/1'],
        '/1': [302, '/2'],
        '/2': [302, '/3'],
        '/3': [302, '/4'],
        '/4': [302, '/5'],
        '/5': [302, '/6'],
      }),
      'unreachable too_many_redirects',
    ],
    ['a loop', redirects({ '/page': [301, '/1'], '/1': [302, '/page'] }), 'unreachable redirect_loop'],
    ['itself', redirects({ '/page': [301, '/page#x'] }), 'unreachable redirect_loop'],
    ['file:', redirects({ '/page': [301, 'file:///etc/passwd'] }), 'unreachable address_refused'],
    ['data:', redirects({ '/page': [301, `data:text/html,${LINK}`] }), 'unreachable address_refused'],
    ['a private address', redirects({ '/page': [301, 'http://10.0.0.1/'] }), 'unreachable address_refused'],
    [
      'an instant meta refresh',
      withoutRobots(
        (socket, path) =>
          void socket.write(
            answer(200, {}, path === '/page' ? '<meta http-equiv=refresh content="0;url=/next">' : LINK),
          ),
      ),
      'live',
    ],
    [
      'a meta refresh to itself',
      page(200, `<meta http-equiv=refresh content="0;url=/page">${TEXT}`),
      'absent link_absent',
    ],
  ])('%s', async (_, reply, expected) => {
    expect(await world.verdictOf(reply)).toBe(expected);
  });

  it('every hop is kept with its status', async () => {
    const server = await world.serve(redirects({ '/page': [301, '/a'], '/a': [302, '/b'] }));
    const { visit } = await world.visit(server.url('/page'));
    expect(visit.redirects).toEqual([
      { url: server.url('/page'), status: 301 },
      { url: server.url('/a'), status: 302 },
    ]);
    expect(visit.finalUrl).toBe(server.url('/b'));
  });
});

describe('robots.txt', () => {
  const denied = 'User-agent: LinkledgerBot\nDisallow: /\n';
  it.each<[string, RawReply, string]>([
    ['4xx allows everything', robots(404, denied), 'live'],
    ['429 too', robots(429, denied), 'live'],
    ['5xx allows nothing', robots(503, ''), 'unreachable robots_unreachable'],
    ['no answer allows nothing', (socket) => void socket.end('garbage'), 'unreachable robots_unreachable'],
    ['ours denied', robots(200, denied), 'unverifiable robots_denied'],
    ['another agent denied', robots(200, 'User-agent: other\nDisallow: /\n'), 'live'],
    ['rules packed by gzip', robots(200, '', {}), 'live'],
  ])('%s', async (_, reply, expected) => {
    expect(await world.verdictOf(reply)).toBe(expected);
  });

  it('a redirect to another host is followed, and its rules are for the first', async () => {
    const other = await world.serve((socket) => void socket.write(answer(200, {}, denied)));
    const reply: RawReply = (socket, path) =>
      void socket.write(
        path === '/robots.txt' ? answer(302, { location: other.url('/x') }) : answer(200, {}, LINK),
      );
    expect(await world.verdictOf(reply)).toBe('unverifiable robots_denied');
  });

  it('a page that denies us is never asked for', async () => {
    const server = await world.serve(robots(200, denied));
    await world.visit(server.url('/page'));
    expect(server.paths).toEqual(['/robots.txt']);
  });

  it('both answers are kept, and one fetch serves a whole run', async () => {
    const server = await world.serve(robots(200, 'User-agent: googlebot\nDisallow: /p\n'));
    const hooks = world.hooks();
    const [one] = await Promise.all(
      ['/page', '/page2', '/page3'].map((path) => world.visit(server.url(path), 'equivalent', hooks)),
    );
    expect(one?.visit.robotsAllowed).toEqual({ own: true, googlebot: false });
    await world.visit(server.url('/page4'), 'equivalent', hooks);
    expect(server.paths.filter((path) => path === '/robots.txt').length).toBeLessThanOrEqual(3);
  });
});

describe('links that may lead to the target', () => {
  it('a wrapper on the page is followed and found', async () => {
    const server = await world.serve(
      withoutRobots(
        (socket, path) =>
          void socket.write(
            path === '/page'
              ? answer(200, {}, `${TEXT}<a href="/go?to=target.example">x</a>`)
              : answer(302, { location: TARGET }),
          ),
      ),
    );
    expect(told(await world.visit(server.url('/page'), 'redirects_to_target'), 'redirects_to_target')).toBe(
      'live target_redirects',
    );
    expect(server.paths).toEqual(['/robots.txt', '/page', '/go?to=target.example']);
  });
});

describe('turns', () => {
  it('every request is announced with its host, before it is sent', async () => {
    const fresh = new VisitWorld();
    const server = await fresh.serve(redirects({ '/page': [301, '/b'] }));
    await fresh.visit(server.url('/page'));
    expect(fresh.requests).toEqual([server.url('/robots.txt'), server.url('/page'), server.url('/b')]);
    await fresh.stop();
  });

  it('a host held elsewhere ends the visit without a word', async () => {
    const server = await world.serve(page(200, LINK));
    const hooks = world.hooks({
      beforeRequest: async ({ url }) => (url.endsWith('/page') ? 'deferred' : 'go'),
    });
    await expect(world.visit(server.url('/page'), 'equivalent', hooks)).rejects.toThrow(
      'deferred by 127.0.0.1',
    );
    expect(server.paths).toEqual(['/robots.txt']);
  });

  it('waiting for a turn does not count, and a Crawl-delay is passed on', async () => {
    const delays: (number | null)[] = [];
    const server = await world.serve(robots(200, 'User-agent: *\nCrawl-delay: 3\n'));
    const hooks = world.hooks({
      beforeRequest: async (notice) => {
        delays.push(notice.crawlDelayMs);
        return 'go';
      },
    });
    await world.visit(server.url('/page'), 'equivalent', hooks);
    expect(delays).toEqual([null, 3000]);
  });
});

describe('evidence', () => {
  it('is the exact HTML around the link, the headers and the hash of what was read', async () => {
    const html = `<p>before</p>\n${LINK}<p class='after'>é</p>`;
    const server = await world.serve(page(200, html, { etag: '"1"', 'set-cookie': 'secret=1' }));
    const { evidence } = await world.visit(
      server.url('/page'),
      'equivalent',
      world.hooks({ evidence: true }),
    );
    expect(evidence).toMatchObject({
      snippets: [{ occurrence: 0, html }],
      headers: { etag: '"1"' },
      rendered: false,
    });
    expect(evidence?.headers).not.toHaveProperty('set-cookie');
    expect(evidence?.bodySha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
