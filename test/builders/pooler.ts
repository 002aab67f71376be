import type { Socket } from 'node:net';
import pg from 'pg';
import { SocketServer } from './socket-server.js';

const CONNECTIONS = 6;
/** Signed in, a process number of nobody's, ready. */
const WELCOME = Buffer.concat([message('R', int32(0)), message('K', int32(1), int32(1)), readyForQuery()]);
const SSL_REQUEST = 80_877_103;

/**
 * A pooler of connections to PostgreSQL, as PgBouncer is one: it lends a connection for a session, or takes it back after each transaction and
 * lends the one that has rested longest next. Loopback only.
 */
export class Pooler {
  private readonly idle: Socket[] = [];
  private readonly waiting: ((lent: Socket) => void)[] = [];
  private readonly server = new SocketServer((socket) => this.serve(socket));

  private constructor(
    private readonly mode: 'session' | 'transaction',
    private readonly databaseUrl: string,
  ) {}

  /** Starts one before a database; `url` is its address. */
  static async start(mode: 'session' | 'transaction', databaseUrl: string): Promise<Pooler> {
    const pooler = new Pooler(mode, databaseUrl);
    for (let made = 0; made < CONNECTIONS; made += 1) pooler.idle.push(await connection(databaseUrl));
    await pooler.server.listen();
    return pooler;
  }

  get url(): string {
    const url = new URL(this.databaseUrl);
    url.port = String(this.server.port);
    return url.href;
  }

  async close(): Promise<void> {
    for (const line of this.idle) line.destroy();
    await this.server.close();
  }

  private serve(socket: Socket): void {
    let lent: Promise<Socket> | null = null;
    let isIn = false;
    const giveBack = async (): Promise<void> => {
      const back = await lent;
      lent = null;
      if (back === null) return;
      back.removeAllListeners('data');
      this.giveBack(back);
    };
    const pass = (bytes: Buffer): void => {
      lent ??= this.lend().then((one) => {
        one.on('data', (answer: Buffer) => {
          socket.write(answer);
          if (this.mode === 'transaction' && endsIdle(answer)) void giveBack();
        });
        return one;
      });
      void lent.then((line) => line.write(bytes));
    };
    socket.on('error', () => undefined);
    socket.on('close', () => void giveBack());
    socket.on('data', (bytes) => {
      if (isIn) {
        if (bytes[0] !== 'X'.charCodeAt(0)) pass(bytes);
        return;
      }
      if (bytes.readInt32BE(4) === SSL_REQUEST) socket.write('N');
      else {
        isIn = true;
        socket.write(WELCOME);
      }
    });
  }

  private lend(): Promise<Socket> {
    const next = this.idle.shift();
    return next === undefined ? new Promise((done) => this.waiting.push(done)) : Promise.resolve(next);
  }

  private giveBack(lent: Socket): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(lent);
    else next(lent);
  }
}

/** Signed in by the client of every day; from then on only its line is used. */
async function connection(url: string): Promise<Socket> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { stream } = Reflect.get(client, 'connection') as unknown as { readonly stream: Socket };
  stream.removeAllListeners('data');
  return stream;
}

/** Whether what the server said ends with "ready, and no transaction is open". */
function endsIdle(answer: Buffer): boolean {
  return answer.subarray(-6).equals(readyForQuery());
}

function readyForQuery(): Buffer {
  return message('Z', Buffer.from('I'));
}

function message(kind: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
