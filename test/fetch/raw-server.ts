import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SocketServer } from '../builders/socket-server.js';

/** What a raw server does with one request; it may write anything, or nothing, and close or not. */
export type RawReply = (socket: Socket, path: string) => void | Promise<void>;

/** A TCP server on loopback that answers as told, byte for byte, and counts who connects. */
export class RawServer {
  connections = 0;
  readonly paths: string[] = [];
  /** Shown every request as it came. */
  onRequest: (request: string) => void = () => undefined;
  private readonly server: SocketServer;

  private constructor(reply: RawReply) {
    this.server = new SocketServer((socket) => this.serve(socket, reply));
  }

  static async start(reply: RawReply, address = '127.0.0.1'): Promise<RawServer> {
    const raw = new RawServer(reply);
    await raw.server.listen(address);
    return raw;
  }

  get port(): number {
    return this.server.port;
  }

  url(path = '/'): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  stop(): Promise<void> {
    return this.server.close();
  }

  private serve(socket: Socket, reply: RawReply): void {
    this.connections += 1;
    socket.setNoDelay(true).on('error', () => undefined);
    let seen = '';
    socket.on('data', (bytes) => {
      seen += bytes.toString('latin1');
      for (let end = seen.indexOf('\r\n\r\n'); end !== -1; end = seen.indexOf('\r\n\r\n')) {
        const path = seen.split(' ')[1] ?? '';
        this.onRequest(seen.slice(0, end));
        seen = seen.slice(end + 4);
        this.paths.push(path);
        void reply(socket, path);
      }
    });
  }
}

/** A whole answer as one text; the length is set unless told otherwise. */
export function answer(
  status: number,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const head = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n`), bytes]);
}

/** Serves no robots rules, and `reply` for everything else. */
export function withoutRobots(reply: RawReply): RawReply {
  return (socket, path) => {
    if (path === '/robots.txt') socket.write(answer(404));
    else return reply(socket, path);
  };
}

/** Writes a text slowly, piece by piece, until the other side goes away. */
export async function trickle(socket: Socket, pieces: Iterable<string>, everyMs: number): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.write(piece);
    await wait(everyMs);
  }
}
