import type { Socket } from 'node:net';
import { SocketServer } from './socket-server.js';

const SIGNING_IN = /^(?:AUTH|\S+ (?:LOGIN|AUTHENTICATE))\b/i;
const ONE_TOKEN = /^[A-Za-z0-9+/=]+$/;
const ENCODED = /[A-Za-z0-9+/=]{16,}/g;

/** What went through a line: how somebody signed in, and all the rest, both ways; as it was written and decoded. */
export interface Transcript {
  readonly signIns: string;
  readonly rest: string;
}

/** A line to a mail server in clear text on which somebody listens. */
export class TappedLine {
  private readonly said: string[] = [];
  private readonly answered: string[] = [];
  private readonly server = new SocketServer((near) => this.join(near));

  private constructor(private readonly far: number) {}

  static async to(port: number): Promise<TappedLine> {
    const line = new TappedLine(port);
    await line.server.listen();
    return line;
  }

  get port(): number {
    return this.server.port;
  }

  transcript(): Transcript {
    let isSigningIn = false;
    const lines: { text: string; isSignIn: boolean }[] = [];
    for (const text of this.said.join('').split('\r\n')) {
      isSigningIn = SIGNING_IN.test(text) || (isSigningIn && ONE_TOKEN.test(text));
      lines.push({ text, isSignIn: isSigningIn });
    }
    const [signIns, rest] = [true, false].map((wanted) =>
      lines.filter(({ isSignIn }) => isSignIn === wanted).map(({ text }) => text),
    );
    return {
      signIns: plain((signIns ?? []).join('\r\n')),
      rest: plain([...(rest ?? []), ...this.answered].join('\r\n')),
    };
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private join(near: Socket): void {
    const there = this.server.reach(this.far);
    for (const [one, other, heard] of [
      [near, there, this.said],
      [there, near, this.answered],
    ] as const) {
      one.on('data', (bytes) => heard.push(bytes.toString('utf8')));
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  }
}

/** Text with its soft line ends taken out, and after it what its encoded parts say. */
function plain(text: string): string {
  const whole = text.replaceAll('=\r\n', '');
  const decoded = (whole.match(ENCODED) ?? []).map((part) => Buffer.from(part, 'base64').toString('utf8'));
  return [whole, ...decoded].join('\n');
}
