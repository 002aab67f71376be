import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Settings with which the program may visit such sites, and waits for nothing between two pages. */
export const VISITS_LOCAL_SITES = {
  LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
  LINKLEDGER_HOST_GAP_MS: '0',
} as const;

/** One request as the site itself saw it. Times are milliseconds of one monotonic clock. */
export interface SeenRequest {
  /** Address and port it came to, e.g. `127.0.0.2:41000`. */
  readonly host: string;
  readonly path: string;
  readonly userAgent: string;
  readonly from: number;
  to: number;
}

/** What a site answers. */
export interface SiteAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the answer is sent. */
  readonly after?: number;
}

/** Websites on loopback addresses that write down who asked for what and when. */
export interface LocalSites {
  readonly port: number;
  readonly log: SeenRequest[];
  /** Slot of an address on these sites. */
  slot(address: string): string;
  url(address: string, path?: string): string;
  close(): Promise<void>;
}

/** Serves one port on every loopback address. `answer` says what each request gets; robots.txt is 404 unless it says a status. */
export async function serveSites(
  answer: (path: string, host: string) => SiteAnswer | Promise<SiteAnswer>,
): Promise<LocalSites> {
  const log: SeenRequest[] = [];
  const server = createServer((request, response) => handle(request, response, { answer, log }));
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as { port: number };
  return {
    port,
    log,
    slot: (address) => `${address}:${String(port)}`,
    url: (address, path = '/') => `http://${address}:${String(port)}${path}`,
    close: () => stop(server),
  };
}

interface Site {
  readonly answer: (path: string, host: string) => SiteAnswer | Promise<SiteAnswer>;
  readonly log: SeenRequest[];
}

function handle(request: IncomingMessage, response: ServerResponse, { answer, log }: Site): void {
  const host = request.headers.host ?? '';
  const path = request.url ?? '/';
  const seen = {
    host,
    path,
    userAgent: request.headers['user-agent'] ?? '',
    from: performance.now(),
    to: Number.POSITIVE_INFINITY,
  };
  log.push(seen);
  response.on('close', () => {
    seen.to = performance.now();
  });
  void Promise.resolve(answer(path, host)).then((says) => {
    const status = says.status ?? (path === '/robots.txt' ? 404 : 200);
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...says.headers });
      response.end(says.body ?? '');
    }, says.after ?? 0);
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** A page with enough text to be a page, and a link in it. */
export function article(link: string, title = 'Ten quiet gardens', language = 'en'): string {
  const words = 'Gardens want patience, water and a little shade in the afternoon. '.repeat(8);
  return `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${words}</p><p>We like ${link} a lot.</p><p>${words}</p></main></body></html>`;
}
