import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A server on loopback made of sockets alone: whoever is still on the line when it closes is cut off. */
export class SocketServer {
  /** Where it listens, or did until its end. */
  port = 0;
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  constructor(serve: (socket: Socket) => void) {
    this.server = createServer((socket) => serve(this.keep(socket)));
  }

  /** Takes callers from now on, at a port nobody had; answers it. */
  async listen(address = '127.0.0.1'): Promise<number> {
    await new Promise<void>((done) => this.server.listen(0, address, done));
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  /** A line to another server of loopback, which ends with this one. */
  reach(port: number): Socket {
    return this.keep(connect({ host: '127.0.0.1', port }));
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private keep(socket: Socket): Socket {
    this.open.add(socket);
    return socket.on('close', () => this.open.delete(socket));
  }
}
