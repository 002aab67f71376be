import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of a local server. */
export interface LocalAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly silent?: true;
}

/** One request that came in. */
export interface LoggedRequest {
  readonly method: string;
  /** The host that was asked, without port. */
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Monotonic, in milliseconds. */
  readonly at: number;
}

/** A web server on loopback that answers by a function and keeps a log of who asked what. */
export class LocalServer {
  readonly log: LoggedRequest[] = [];

  private constructor(private readonly server: Server) {}

  static async start(answer: (request: LoggedRequest) => LocalAnswer): Promise<LocalServer> {
    const server = createServer();
    const local = new LocalServer(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '/', headers } = request;
        const host = (headers.host ?? '').replace(/:\d+$/, '');
        const body = Buffer.concat(chunks).toString('utf8');
        const logged = { method, host, path: url, headers, body, at: performance.now() };
        local.log.push(logged);
        const said = answer(logged);
        if (said.silent === true) return;
        response.writeHead(said.status ?? 200, {
          'content-type': said.type ?? 'text/html; charset=utf-8',
          ...said.headers,
        });
        response.end(said.body ?? '');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return local;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
