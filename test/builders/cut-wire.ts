import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire to a database that can be cut: connections break, and new ones are refused, until it is mended. */
export interface CutWire {
  /** The same address through the wire. */
  through(url: string): Promise<string>;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Lays a wire. Cut it at the end. */
export function aWire(): CutWire {
  const sockets = new Set<Socket>();
  let far = new URL('postgres://127.0.0.1:5432');
  let server: Server | null = null;
  let port = 0;

  const listen = async (): Promise<void> => {
    server = createServer((near) => join(near));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const join = (near: Socket): void => {
    const there = connect({ host: far.hostname, port: Number(far.port) });
    for (const [one, other] of [
      [near, there],
      [there, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  };
  return {
    async through(url) {
      far = new URL(url);
      await listen();
      const near = new URL(url);
      near.hostname = '127.0.0.1';
      near.port = String(port);
      return near.href;
    },
    async cut() {
      const closed = server === null ? null : once(server, 'close');
      server?.close();
      server = null;
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: listen,
  };
}
