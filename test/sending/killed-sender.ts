import { type ChildProcess, spawn } from 'node:child_process';
import { fromRoot } from '../../src/platform/paths.js';
import type { TestDatabase } from '../database/test-database.js';
import { senderProgram } from './sender-script.js';

/** Points of a try at which a sender may be made to die. */
export type SenderPoint =
  | 'after_claim'
  | 'on_354'
  | 'after_commit'
  | 'before_dot'
  | 'answer_received'
  | 'before_final_commit'
  | 'after_final_commit';

/** What a worker of the tests is told: see sender-worker.mjs. */
export interface SenderWish {
  readonly data: string;
  readonly connections?: number;
  readonly times?: Readonly<Record<string, number>>;
  readonly deadlines?: Readonly<Record<string, number>>;
  readonly dieAt?: SenderPoint;
  readonly without?: 'attempt' | 'commit' | 'grace';
  readonly isSleepy?: boolean;
}

/** What the program says when all its work has begun. */
const UP = 'working in the background';

/** One worker of the program, started again after each death. */
export class KilledSender {
  private child: ChildProcess | null = null;
  private gone: Promise<number | null> = Promise.resolve(0);
  private said = '';

  constructor(
    private readonly database: Pick<TestDatabase, 'appUrl'>,
    private readonly wish: SenderWish,
  ) {}

  /** Starts it; settled when it sends, or was killed already. Throws where it ended of itself: nobody would send then. */
  async start(changes: Partial<SenderWish> = {}): Promise<void> {
    const { PATH, HOME } = process.env;
    const wish = { ...this.wish, ...changes };
    const program = await senderProgram();
    this.said = '';
    const child = spawn(process.execPath, [...program], {
      cwd: fromRoot(),
      env: {
        PATH,
        HOME,
        DATABASE_URL: this.database.appUrl,
        LINKLEDGER_DATA_DIR: wish.data,
        LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
        LINKLEDGER_LOG_LEVEL: 'error',
        LINKLEDGER_SENDING_CONNECTIONS: String(wish.connections ?? 4),
        SENDER: JSON.stringify(wish),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.child = child;
    this.gone = new Promise((done) => child.once('exit', (code) => done(code)));
    await this.says(UP);
    if (child.exitCode !== null)
      throw new Error(`the sender did not start: exit ${String(child.exitCode)}, it said "${this.said}"`);
  }

  /** Settled when it has said a word, or is dead. */
  async says(word: string): Promise<void> {
    const { child } = this;
    await new Promise<void>((done) => {
      const hear = (text: Buffer): void => {
        this.said += text.toString();
        if (this.said.includes(word)) done();
      };
      if (this.said.includes(word)) done();
      child?.stdout?.on('data', hear);
      void this.gone.then(() => done());
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Waits until it is gone; its exit code, null for a signal. */
  exit(): Promise<number | null> {
    return this.gone;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child !== null && this.child.exitCode === null && this.child.signalCode === null)
      this.child.kill(signal);
    return this.gone;
  }
}
