import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Where the line breaks: nowhere; when the server answers the dot, which nobody hears; or before the dot reaches the server. */
export type Cut = 'none' | 'at_the_answer' | 'before_the_dot';

const DOT = '\r\n.\r\n';

/** A line to an SMTP server in clear text that breaks in the moment it is told to. */
export class CutLine {
  cut: Cut = 'none';
  /** How many lines broke. */
  broken = 0;
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly far: number,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async to(port: number): Promise<CutLine> {
    const line = new CutLine(createServer(), port);
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    const there = connect({ host: '127.0.0.1', port: this.far });
    let [inBody, isDotted, tail] = [false, false, ''];
    const broken = (): void => {
      this.broken += 1;
      near.destroy();
      there.destroy();
    };
    for (const [one, other] of [
      [near, there],
      [there, near],
    ] as const) {
      this.open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.open.delete(one);
        other.end();
      });
    }
    near.on('data', (bytes) => {
      tail = (tail + bytes.toString('latin1')).slice(-Math.max(bytes.length, DOT.length));
      isDotted ||= inBody && tail.endsWith(DOT);
      if (isDotted && this.cut === 'before_the_dot') broken();
      else there.write(bytes);
    });
    there.on('data', (bytes) => {
      if (isDotted && this.cut === 'at_the_answer') return broken();
      // Answers to commands that were sent at once come at once, too.
      if (/^354/m.test(bytes.toString('latin1'))) inBody = true;
      near.write(bytes);
    });
  }
}
