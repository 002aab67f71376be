import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/config.js';
import { addressOf } from '../config/hosts.js';

const ANSWER_LIMIT_MS = 2000;

/** What holds a port: this installation, a program that is not, or nobody. */
export type PortHolder = 'this installation' | 'another program' | 'nobody';

/** A name for an installation that gives nothing away: the same database or data folder has the same name. */
export function installationName(config: Config): string {
  return createHash('sha256')
    .update(`${config.databaseUrl}\0${config.databaseUrl === '' ? config.dataDir : ''}`)
    .digest('hex')
    .slice(0, 16);
}

/** Asks the configured port who is there. */
export async function holderOf(config: Config): Promise<PortHolder> {
  if (config.port === 0) return 'nobody';
  try {
    const answer = await fetch(`${addressOf(config.host, config.port)}/health/live`, {
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const body = (await answer.json()) as { installation?: string } | null;
    return body?.installation === installationName(config) ? 'this installation' : 'another program';
  } catch (error) {
    const reason = error instanceof Error ? error.cause : undefined;
    return reason instanceof Error && 'code' in reason && reason.code === 'ECONNREFUSED'
      ? 'nobody'
      : 'another program';
  }
}

/** The port is taken: waits a moment for a twin that is just starting, then says whose it is. */
export async function holderAfterConflict(config: Config): Promise<PortHolder> {
  for (let look = 0; look < 20; look += 1) {
    if ((await holderOf(config)) === 'this installation') return 'this installation';
    await pause(250);
  }
  return 'another program';
}
