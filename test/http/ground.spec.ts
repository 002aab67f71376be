import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Health } from '../../src/platform/health/health.js';
import { serveWeb } from '../../src/platform/process/serve-web.js';
import { startApp, type TestApp } from './app.js';

describe('what stands beside the API', () => {
  let app: TestApp;
  let web: string;

  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'linkledger-web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Linkledger</title>');
    writeFileSync(join(web, 'icon.svg'), '<svg/>');
    writeFileSync(join(web, 'assets', 'index-a1b2.js'), 'export {};');
    app = await startApp({ prepare: (nest) => serveWeb(nest, web) });
  });
  afterAll(async () => {
    await app.close();
    rmSync(web, { recursive: true, force: true });
  });

  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${app.url}${path}`, init);

  it.each(['/', '/placements', '/placements/018f-x/history', '/settings/members?tab=all', '/healthy'])(
    'answers %s with the one page, asked for anew each time',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('<title>Linkledger</title>');
    },
  );

  it('lets files named by their content be kept for ever', async () => {
    const answer = await ask('/assets/index-a1b2.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/index-gone.js',
    '/gone.svg',
    '/api/v1/nothing',
    '/api/nothing',
    '/health/nothing',
    '/metrics/x',
    '/%zz',
    '/%zz.js',
  ])('answers %s with 404 as a problem, never with a page', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each(['/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json', '/.env'])(
    'gives away no file outside of the interface for %s',
    async (path) => {
      const text = await (await ask(path)).text();
      expect(text).not.toContain('root:');
      expect(text).not.toContain('"name": "linkledger"');
    },
  );

  it('answers a form sent to a page with 404, not with the page', async () => {
    expect((await ask('/placements', { method: 'POST', body: 'a=b' })).status).toBeGreaterThanOrEqual(400);
  });

  it('says that it is alive and which installation it is', async () => {
    expect(await (await ask('/health/live')).json()).toEqual({
      status: 'ok',
      installation: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('counts what the process does', async () => {
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('process_cpu_seconds_total');
  });

  it('gives the description of the API to everybody', async () => {
    const answer = await ask('/api/openapi.json');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('is ready while all its parts are well, and says which one is not', async () => {
    expect((await ask('/health/ready')).status).toBe(200);
    app.get(Health).register('line', () => Promise.resolve({ ok: false, state: 'own_line_down' }));
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: 'unwell',
      parts: { line: { ok: false, state: 'own_line_down' }, database: { ok: true } },
    });
  });
});

describe('without its database', () => {
  it('is alive, is not ready, and answers 503 with when to try again', async () => {
    const app = await startApp();
    await app.database.drop();
    try {
      expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
      expect((await fetch(`${app.url}/health/ready`)).status).toBe(503);
      const answer = await fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"email":"a@b.example","password":"not a real one"}',
      });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await answer.json()).toMatchObject({ code: 'database.unavailable' });
    } finally {
      await app.close();
    }
  });
});
