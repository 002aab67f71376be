import { browserFolder } from '../../../platform/browser/browser-folder.js';
import { PageRenderer } from '../../../platform/browser/page-renderer.js';
import type { Config } from '../../../platform/config/config.js';
import { ConfigError, readProcessConfig } from '../../../platform/config/read-config.js';
import type { AddressGuard } from '../../../platform/fetch/address-guard.js';
import { systemResolver } from '../../../platform/fetch/dns-resolver.js';
import { PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import { userAgent } from '../../../platform/fetch/user-agent.js';
import { Parse5Reader } from '../../../platform/html/html-reader.js';
import { PageVisitor } from '../visit/page-visitor.js';
import { csvFile, InputError, readRows } from './csv-input.js';
import { type GapOf, HostTurns } from './host-turns.js';
import { LineOutput } from './line-output.js';
import { RobotsMemory } from './robots-memory.js';
import { TABLE_HEADER, tableLine } from './table-line.js';
import type { VerifyLine } from './verify-line.js';
import { readOptions, USAGE, type VerifyOptions } from './verify-options.js';
import { runVerify } from './verify-run.js';

/** Pause at hosts where none may not be had. */
const LEAST_GAP_MS = 1000;

const EXIT = { allLive: 0, someNot: 1, usage: 2, internal: 3, interrupted: 130, terminated: 143 } as const;

/** `linkledger verify`: answers the exit status. Lines go to standard output, everything else to standard error. */
export async function run(args: readonly string[]): Promise<number> {
  const reading = readOptions(args, process.stdout.isTTY);
  if (reading.kind === 'help') {
    process.stdout.write(USAGE);
    return EXIT.allLive;
  }
  if (reading.kind === 'wrong') return complain(`${reading.message}\n\n${USAGE}`, EXIT.usage);
  // Ended by hand, it still takes its copy of the input away.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  process.once('SIGTERM', () => process.exit(EXIT.terminated));
  try {
    return await verify(reading.options, readProcessConfig());
  } catch (error) {
    if (error instanceof InputError || error instanceof ConfigError)
      return complain(error.message, EXIT.usage);
    return complain(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT.internal);
  }
}

async function verify(options: VerifyOptions, config: Config): Promise<number> {
  const input = await csvFile(options.input, process.stdin);
  const fetcher = new PageFetcher({
    resolve: systemResolver(),
    allow: config.fetchAllow,
    userAgent: userAgent(config.botUrl),
  });
  const reader = new Parse5Reader({ surroundings: false });
  const renderer = options.render
    ? new PageRenderer({ folder: browserFolder(config.dataDir), fetcher })
    : null;
  const turns = new HostTurns(gaps(options.gapMs, fetcher.guard));
  const output = new LineOutput(process.stdout);
  try {
    if (options.format === 'table') await output.write(TABLE_HEADER);
    const { allLive } = await runVerify({
      rows: () => readRows(input.path),
      visitor: new PageVisitor({ fetcher, reader, renderer, now: () => Date.now() }),
      hooks: {
        beforeRequest: turns.before,
        afterRequest: turns.after,
        robots: new RobotsMemory(),
        render: options.render,
        evidence: false,
      },
      concurrency: options.concurrency,
      pausesKept: options.gapMs > 0 || config.fetchAllow.length === 0,
      shown: options.occurrences,
      write: writer(options.format, output),
    });
    await output.end();
    return allLive ? EXIT.allLive : EXIT.someNot;
  } finally {
    input.remove();
    await Promise.all([renderer?.close(), reader.close(), fetcher.close()]);
  }
}

/** No pause at all is for hosts in an opened range alone; everybody else keeps at least the usual one then. */
function gaps(gapMs: number, guard: AddressGuard): GapOf {
  if (gapMs > 0) return async () => gapMs;
  const known = new Map<string, Promise<boolean>>();
  return async (url) => {
    if (known.size > 10_000) known.clear();
    const opened = known.get(url.hostname) ?? guard.isOpened(url);
    known.set(url.hostname, opened);
    return (await opened) ? null : LEAST_GAP_MS;
  };
}

function writer(format: VerifyOptions['format'], output: LineOutput): (line: VerifyLine) => Promise<void> {
  return (line) => output.write(format === 'ndjson' ? JSON.stringify(line) : tableLine(line));
}

function complain(text: string, exit: number): number {
  process.stderr.write(`${text.trimEnd()}\n`);
  return exit;
}
