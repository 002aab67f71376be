import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Whom the servers run as where the tests run as root: mail servers refuse to keep mail for root. */
const NOBODY = 'nobody';
const PATIENCE_MS = 30_000;

/** An ordinary user, and a folder that is theirs alone. */
export class Ground {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly folder: string;

  constructor() {
    const { uid, username } = userInfo();
    this.user = uid === 0 ? NOBODY : username;
    const asked = (option: string) => execFileSync('id', [option, this.user], { encoding: 'utf8' }).trim();
    this.group = asked('-gn');
    [this.uid, this.gid] = [Number(asked('-u')), Number(asked('-g'))];
    this.folder = mkdtempSync(join(tmpdir(), 'linkledger-mail-'));
    this.own(this.folder);
  }

  /** The path of something in it. */
  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  write(name: string, text: string): string {
    const path = this.path(name);
    writeFileSync(path, text, { mode: 0o600 });
    this.own(path);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private own(path: string): void {
    if (userInfo().uid === 0) chownSync(path, this.uid, this.gid);
  }
}

/** Where a server's program lies. Throws with the package it comes from. */
export function program(name: string, debianPackage: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no ${name}: apt-get install ${debianPackage}`);
  return found;
}

/** A port of loopback that nobody listens on this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A server of its own process group, ended with the tests whatever becomes of them. */
export class Daemon {
  private said = '';
  private readonly gone: Promise<unknown>;
  private readonly atExit = () => this.signal('SIGKILL');

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => {
        this.said += text.toString();
      });
    this.gone = once(child, 'exit');
    process.once('exit', this.atExit);
  }

  /** Starts it and waits until it listens. Throws with what it said when it does not. */
  static async start(ground: Ground, command: readonly string[], ports: readonly number[]): Promise<Daemon> {
    const [file = '', ...words] = command;
    const { uid, gid, folder } = ground;
    const daemon = new Daemon(
      spawn(file, words, { uid, gid, cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    for (const port of ports) await daemon.listens(port);
    return daemon;
  }

  /** Ends it and all its children. */
  async stop(): Promise<void> {
    process.off('exit', this.atExit);
    this.signal('SIGTERM');
    await this.gone;
    this.signal('SIGKILL');
  }

  private async listens(port: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!(await answers(port))) {
      if (this.child.exitCode !== null || Date.now() > until)
        throw new Error(`${this.child.spawnfile} does not listen on ${port}: ${this.said}`);
      await pause(50);
    }
  }

  /** The whole group: a server's own children among them. */
  private signal(signal: NodeJS.Signals): void {
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, signal);
    } catch {
      // Nobody of it is left.
    }
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
