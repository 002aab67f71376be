import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { PageRenderer } from '../../src/platform/browser/page-renderer.js';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import { PageFetcher } from '../../src/platform/fetch/page-fetcher.js';
import { answer, type RawReply, withoutRobots } from './raw-server.js';
import { LINK, TEXT, told, VisitWorld } from './visit-world.js';

const settings = { resolve: systemResolver(), allow: ['127.0.0.0/8'], userAgent: 'test' };
const forPages = new PageFetcher(settings);
const folder = join(tmpdir(), `linkledger-test-browser-${userInfo().uid}`);
const world = new VisitWorld({}, new PageRenderer({ folder, fetcher: forPages }));
const withoutBrowser = new VisitWorld(
  {},
  new PageRenderer({ folder: '/dev/null/nowhere', fetcher: forPages }),
);

afterAll(async () => {
  await Promise.all([world.stop(), withoutBrowser.stop()]);
  await forPages.close();
});

/** An empty shell whose script runs this code. */
function shell(script: string): RawReply {
  return withoutRobots((socket, path) => {
    if (path === '/app.js') socket.write(answer(200, { 'content-type': 'text/javascript' }, script));
    else
      socket.write(
        answer(
          200,
          {},
          '<!doctype html><title>App</title><body><div id="root"></div><script src="/app.js"></script>',
        ),
      );
  });
}

const fill = (html: string) => `document.getElementById('root').innerHTML = ${JSON.stringify(html)};`;

describe('a page that scripts fill', () => {
  it.each<[string, string, string]>([
    ['the link comes with the script', fill(TEXT + LINK), 'live only_after_scripts'],
    ['the script brings text without the link', fill(TEXT), 'absent link_absent'],
    ['the script brings next to nothing', fill('<p>Hello</p>'), 'unverifiable script_shell'],
    [
      'the script wants to send data to its own site first',
      `fetch('/graphql', { method: 'POST' }).catch(() => 0); ${fill(TEXT)}`,
      'unverifiable script_shell',
    ],
    ['the script never ends', 'for (;;);', 'unverifiable script_shell'],
  ])(
    '%s',
    async (_, script, expected) => {
      expect(await world.verdictOf(shell(script))).toBe(expected);
    },
    60_000,
  );

  it('takes the slot of its host once for rendering', async () => {
    const server = await world.serve(shell(fill(LINK)));
    world.requests.length = 0;
    await world.visit(server.url('/page'));
    expect(world.requests).toEqual([server.url('/robots.txt'), server.url('/page'), server.url('/page')]);
    expect(server.paths).toEqual(['/robots.txt', '/page', '/app.js']);
  });

  it('is never absent without a browser', async () => {
    expect(await withoutBrowser.verdictOf(shell(fill(LINK)))).toBe('unverifiable script_shell');
    const server = await world.serve(shell(fill(LINK)));
    const unrendered = await world.visit(server.url('/page'), 'equivalent', world.hooks({ render: false }));
    expect(told(unrendered)).toBe('unverifiable script_shell');
  });
});
