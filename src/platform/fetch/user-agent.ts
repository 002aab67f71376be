import { readFileSync } from 'node:fs';
import { fromRoot } from '../paths.js';

/** How our agent introduces itself: name, version, and the page that says who it is. */
export function userAgent(botUrl: string): string {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
  return `Mozilla/5.0 (compatible; LinkledgerBot/${version}; +${botUrl})`;
}
