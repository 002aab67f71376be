import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { embeddedPlace } from '../../src/platform/database/embedded/place.js';
import { EmbeddedServer } from '../../src/platform/database/embedded/server.js';
import { fromRoot } from '../../src/platform/paths.js';

/** One start of the program, as a person does it. */
export class Program {
  readonly child: ChildProcess;
  private said = '';
  private complained = '';
  private readonly ended: Promise<number | null>;

  constructor(settings: Readonly<Record<string, string>>, as: { uid?: number; gid?: number } = {}) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [fromRoot('scripts', 'start.mjs')], {
      cwd: fromRoot(),
      env: { PATH, HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...as,
    });
    this.child.stdout?.on('data', (text: Buffer) => {
      this.said += text.toString();
    });
    this.child.stderr?.on('data', (text: Buffer) => {
      this.complained += text.toString();
    });
    this.ended = new Promise((done) => {
      this.child.on('exit', (code) => done(code));
    });
  }

  /** Everything on standard output so far. */
  get output(): string {
    return this.said;
  }

  get errors(): string {
    return this.complained;
  }

  /** Waits for its first line. Rejects with what it complained of when it ends without one. */
  async firstLine(): Promise<string> {
    const ended = this.ended.then(() => 'ended');
    while (!this.said.includes('\n')) {
      const more = new Promise<string>((done) => this.child.stdout?.once('data', () => done('more')));
      if ((await Promise.race([more, ended])) === 'ended' && !this.said.includes('\n')) {
        throw new Error(`ended without a word: ${this.complained}`);
      }
    }
    return this.said.split('\n')[0] ?? '';
  }

  /** Waits for its end; the exit code, or null for a signal. */
  exit(): Promise<number | null> {
    return this.ended;
  }

  kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** A fresh installation: a data folder and a port of its own. */
export interface Installation {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly address: string;
  /** Process of its database, or null where none runs. */
  postmasterPid(): number | null;
  /** Waits until a name appears in the folder of its database; all names in it then. */
  inDatabaseFolder(isAwaited: (name: string) => boolean): Promise<string[]>;
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

export async function freshInstallation(
  options: { owner?: { uid: number; gid: number }; mode?: number } = {},
): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'linkledger-process-'));
  chmodSync(folder, options.mode ?? 0o755);
  if (options.owner !== undefined) chownSync(folder, options.owner.uid, options.owner.gid);
  const port = await freePort();
  const home = join(folder, 'postgres');
  const pidFile = (): string => join(embeddedPlace(home).data, 'postmaster.pid');
  return {
    folder,
    settings: { PORT: String(port), LINKLEDGER_DATA_DIR: folder },
    address: `http://127.0.0.1:${port}`,
    postmasterPid: () =>
      existsSync(pidFile()) ? Number(readFileSync(pidFile(), 'utf8').split('\n')[0]) : null,
    inDatabaseFolder: async (isAwaited) => {
      for (;;) {
        const names = readdirSync(dirname(embeddedPlace(home).data));
        if (names.some(isAwaited)) return names;
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    remove: async () => {
      if (existsSync(pidFile())) await (await EmbeddedServer.start(home)).leave();
      rmSync(dirname(embeddedPlace(home).data), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
