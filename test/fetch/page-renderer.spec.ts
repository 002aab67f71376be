import { createSocket } from 'node:dgram';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { PageRenderer, type Rendering } from '../../src/platform/browser/page-renderer.js';
import { privateFolder, UnsafeFolder } from '../../src/platform/browser/private-folder.js';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import { PageFetcher } from '../../src/platform/fetch/page-fetcher.js';
import { answer, RawServer } from './raw-server.js';

/** Kept between runs: unpacking takes seconds. */
const FOLDER = join(tmpdir(), `linkledger-test-browser-${userInfo().uid}`);
const closed = new PageFetcher({ resolve: systemResolver(), allow: [], userAgent: 'test' });
const open = new PageFetcher({ resolve: systemResolver(), allow: ['127.0.0.1/32'], userAgent: 'test' });
const withoutWay = new PageRenderer({ folder: FOLDER, fetcher: closed });
const renderer = new PageRenderer({ folder: FOLDER, fetcher: open });

afterAll(async () => {
  await Promise.all([withoutWay.close(), renderer.close()]);
  await Promise.all([closed.close(), open.close()]);
});

function page(body: string, url = 'http://page.test/a'): Parameters<PageRenderer['render']>[0] {
  return { url, contentType: 'text/html; charset=utf-8', body: Buffer.from(body) };
}

function html(rendering: Rendering): string {
  return rendering.ok ? rendering.html : `failed: ${rendering.detail}`;
}

describe('rendering', () => {
  it('sees what a script of the page adds later', async () => {
    const late = `setTimeout(() => { document.body.innerHTML = '<a rel="x" href="/b?1&amp;2">late</a>'; }, 300)`;
    const rendering = await renderer.render(page(`<body><div id=root></div><script>${late}</script>`));
    expect(html(rendering)).toContain('<a rel="x" href="/b?1&amp;2">late</a>');
    expect(rendering).toMatchObject({ complete: true, url: 'http://page.test/a' });
  });

  it('fetches scripts and data through the guarded fetcher, redirects followed', async () => {
    const server = await RawServer.start((socket, path) => {
      if (path === '/app.js') socket.write(answer(302, { location: '/real.js' }));
      else if (path === '/real.js') {
        const script = `fetch('/data.json').then((r) => r.json()).then((d) => { document.body.innerHTML = d.html; });`;
        socket.write(answer(200, { 'content-type': 'text/javascript' }, script));
      } else
        socket.write(answer(200, { 'content-type': 'application/json' }, '{"html":"<a href=/x>data</a>"}'));
    });
    const rendering = await renderer.render(page('<body><script src=/app.js></script>', server.url('/p')));
    await server.stop();
    expect(html(rendering)).toContain('<a href="/x">data</a>');
    expect(server.paths.sort()).toEqual(['/app.js', '/data.json', '/real.js']);
  });

  it('asks for no images, fonts and media, and sends nothing', async () => {
    const server = await RawServer.start((socket) => void socket.write(answer(200)));
    const rendering = await renderer.render(
      page(
        `<body><img src=/i.png><video src=/v.mp4></video><style>@font-face{font-family:f;src:url(/f.woff)} body{font-family:f}</style>
         <script>fetch('/post', { method: 'POST', body: 'x' }).catch(() => 0); navigator.sendBeacon('/beacon', 'x');</script>text`,
        server.url('/p'),
      ),
    );
    await server.stop();
    expect(server.paths).toEqual([]);
    expect(rendering).toMatchObject({ ok: true, complete: false });
  });

  it('has no network of its own', async () => {
    const tcp = await RawServer.start((socket) => void socket.write(answer(200, {}, 'secret')));
    const udp = createSocket('udp4');
    let packets = 0;
    udp.on('message', () => {
      packets += 1;
    });
    await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
    const secret = `127.0.0.1:${tcp.port}`;
    const rendering = await withoutWay.render(
      page(`<link rel=preconnect href=http://${secret}><link rel=dns-prefetch href=//${secret}><link rel=prefetch href=http://${secret}/p>
        <script type=speculationrules>{"prerender":[{"urls":["http://${secret}/s"]}]}</script>
        <iframe src="http://${secret}/f"></iframe><iframe src="http://localhost:${tcp.port}/f"></iframe><img src="http://${secret}/i">
        <script src="http://${secret}/s.js"></script><object data="http://${secret}/o"></object><body>here<script>
        for (const to of ['http://${secret}/x', 'http://[::1]:${tcp.port}/x', 'http://169.254.169.254/latest', 'http://localhost:${tcp.port}'])
          { fetch(to, { mode: 'no-cors' }).catch(() => 0); new Image().src = to; }
        try { new WebSocket('ws://${secret}/ws'); } catch {}
        try { new EventSource('http://${secret}/es'); } catch {}
        try { new Worker(URL.createObjectURL(new Blob(['fetch("http://${secret}/w").catch(()=>0); new WebSocket("ws://${secret}/w")']))); } catch {}
        try { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] });
          c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)); } catch {}
        try { new WebTransport('https://127.0.0.1:${udp.address().port}/'); } catch {}
        const frame = document.createElement('iframe'); document.body.append(frame);
        try { new frame.contentWindow.WebSocket('ws://${secret}/frame'); } catch {}
        try { window.open('http://${secret}/open'); } catch {}
        navigator.serviceWorker?.register('/sw.js').catch(() => 0);
        setTimeout(() => { location.href = 'http://${secret}/gone'; }, 1200);
        </script>`),
    );
    await tcp.stop();
    udp.close();
    // The last script leads the page away, to where nothing answers.
    expect(rendering).toMatchObject({ ok: true });
    expect([tcp.connections, packets]).toEqual([0, 0]);
  });

  it('a page that never rests is read, but proves no absence', async () => {
    const busy = 'setInterval(() => document.body.append(document.createElement("p")), 50)';
    const rendering = await renderer.render(page(`<body><a href=/x>x</a><script>${busy}</script>`));
    expect(rendering).toMatchObject({ ok: true, complete: false });
  }, 40_000);

  it('a page that hangs or crashes its process is a failure, and the next one is read', async () => {
    const hang = await renderer.render(page('<body>x<script>for(;;);</script>'));
    expect(hang.ok).toBe(false);
    expect(html(await renderer.render(page('<body>alive')))).toContain('alive');
    const crash = await renderer.render(
      page('<body>x<script>const a=[]; for(;;) a.push(new Array(1e6).fill({}))</script>'),
    );
    expect(crash.ok).toBe(false);
    expect(html(await renderer.render(page('<body>alive')))).toContain('alive');
  }, 90_000);
});

describe('the folder of the browser', () => {
  const base = mkdtempSync(join(tmpdir(), 'linkledger-folder-'));

  it('is made for its user alone', () => {
    expect(privateFolder(join(base, 'fresh'))).toBe(join(base, 'fresh'));
  });

  it('is refused when others may enter', () => {
    mkdirSync(join(base, 'wide'));
    chmodSync(join(base, 'wide'), 0o755);
    expect(() => privateFolder(join(base, 'wide'))).toThrow(UnsafeFolder);
  });

  it('is refused when it is a link', () => {
    symlinkSync(join(base, 'fresh'), join(base, 'link'));
    expect(() => privateFolder(join(base, 'link'))).toThrow(UnsafeFolder);
  });
});
