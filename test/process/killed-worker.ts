import { type ChildProcess, spawn } from 'node:child_process';
import { compiled, fromRoot } from '../../src/platform/paths.js';
import type { TestDatabase } from '../database/test-database.js';

/** One worker process of the program as it is shipped, started again after each death. It may fetch from loopback addresses. */
export class KilledWorker {
  private child: ChildProcess | null = null;

  constructor(
    private readonly database: Pick<TestDatabase, 'appUrl' | 'ownerUrl'>,
    private readonly settings: { readonly data: string; readonly gapMs: number },
  ) {}

  start(): void {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [compiled('cli.js'), 'worker'], {
      cwd: fromRoot(),
      env: {
        PATH,
        HOME,
        DATABASE_URL: this.database.appUrl,
        DATABASE_OWNER_URL: this.database.ownerUrl,
        LINKLEDGER_DATA_DIR: this.settings.data,
        LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
        LINKLEDGER_HOST_GAP_MS: String(this.settings.gapMs),
        LINKLEDGER_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Sends the signal to a process that lives and waits until it is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}
