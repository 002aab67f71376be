import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { DemoAddress } from '../../platform/fetch/demo-address.js';
import { currentAnswer } from './demo-pages.js';

/** News that a demo workspace was made: processes that were running before begin to serve its web. */
export const DEMO_NEWS = 'demo';

const LOOPBACK = '127.0.0.1';

/**
 * The demo web: every `*.demo.test` page, on a free port of the loopback address, in each process that may check it. It
 * runs only where a demo workspace exists; the verifier reaches it by that exact address and port and by no other.
 */
@Injectable()
export class DemoWeb implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly address: DemoAddress,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.notify.subscribe(DEMO_NEWS, () => void this.start());
    if (await this.hasDemo()) await this.start();
  }

  onApplicationShutdown(): void {
    this.address.current = null;
    this.server?.close();
    this.server?.closeAllConnections();
  }

  /** Begins to serve; nothing where it serves already. */
  async start(): Promise<void> {
    if (this.server !== null) return;
    const server = createServer(answer);
    this.server = server;
    server.unref();
    await new Promise<void>((resolve) => void server.listen(0, LOOPBACK, resolve));
    const { port } = server.address() as AddressInfo;
    this.address.current = { suffix: '.demo.test', address: LOOPBACK, port };
  }

  private async hasDemo(): Promise<boolean> {
    const rows = await this.database.inInstallation(() =>
      this.database
        .manager()
        .query<{ id: string | null }[]>('select demo_workspace_id as id from setup_state()'),
    );
    return typeof rows[0]?.id === 'string';
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const path = request.url ?? '/';
  if (path === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
    return;
  }
  const { status, html } = currentAnswer(host, path);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}
