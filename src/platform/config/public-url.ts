import type { Config } from './config.js';
import { addressOf } from './hosts.js';

/** The address people use, without a slash at its end: as set, else the address the program listens on. */
export function publicUrlOf(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return (config.publicUrl === '' ? addressOf(config.host, config.port) : config.publicUrl).replace(
    /\/+$/,
    '',
  );
}
