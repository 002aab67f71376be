import type { Socket } from 'node:net';
import { SocketServer } from '../builders/socket-server.js';

/** Where the line breaks: nowhere; when the server answers the dot, which nobody hears; or before the dot reaches the server. */
export type Cut = 'none' | 'at_the_answer' | 'before_the_dot';

const DOT = '\r\n.\r\n';

/** A line to an SMTP server in clear text that breaks in the moment it is told to. */
export class CutLine {
  cut: Cut = 'none';
  /** How many lines broke. */
  broken = 0;
  private readonly server = new SocketServer((near) => this.join(near));

  private constructor(private readonly far: number) {}

  static async to(port: number): Promise<CutLine> {
    const line = new CutLine(port);
    await line.server.listen();
    return line;
  }

  get port(): number {
    return this.server.port;
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private join(near: Socket): void {
    const there = this.server.reach(this.far);
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
      one.on('error', () => other.destroy());
      one.on('close', () => other.end());
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
