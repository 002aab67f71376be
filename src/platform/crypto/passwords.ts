import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../errors/app-error.js';

/** argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). The package's own default is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const AT_ONCE = 4;
const MOST_WAITING = 64;

/**
 * Hashes and checks passwords, four at a time: more would take the memory and the threads of everything else. Never
 * called inside a transaction. Throws `access.busy` when too many wait.
 */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private standIn: Promise<string> | null = null;

  /** The hash to store, with its parameters and salt (PHC string). */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /**
   * Whether a password belongs to a stored hash. Without a hash (no such person) a stand-in is checked, so that the
   * answer takes as long, and is no.
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    this.standIn ??= this.hash('nobody has this password');
    const standIn = await this.standIn;
    const matches = await this.inTurn(() => verify(stored ?? standIn, password));
    return matches && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.handOver();
    }
  }

  private turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= MOST_WAITING) throw new AppError('access.busy', { retryAfterS: 5 });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The place goes straight to the next in line. */
  private handOver(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
