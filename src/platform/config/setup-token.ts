import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';

/**
 * What the first set-up asks for when others can reach the server: without it, whoever finds a fresh installation
 * first would own it. On loopback there is none unless one is set.
 */
@Injectable()
export class SetupToken {
  /** Null when set-up needs no token. */
  readonly value: string | null;

  constructor(config: Config) {
    const made = config.isLoopback ? null : randomBytes(18).toString('base64url');
    this.value = config.setupToken === '' ? made : config.setupToken;
  }

  /** Whether a given token lets the set-up pass; compared in constant time. */
  accepts(given: string): boolean {
    return this.value === null || timingSafeEqual(digest(given), digest(this.value));
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
