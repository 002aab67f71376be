import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ThreadedMailReader } from '../../../platform/mail-reading/mail-reader.js';
import { asTable, inspected } from './inspected-mail.js';
import { type InspectOptions, readOptions, USAGE } from './mail-options.js';

const EXIT = { read: 0, usage: 2, internal: 3, interrupted: 130, terminated: 143 } as const;
/** More than any server takes; what is behind is not read. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The input is not there or cannot be read. */
class InputError extends Error {}

/** `linkledger mail inspect`: answers the exit status. The mail goes to standard output, everything else to standard error. */
export async function run(args: readonly string[]): Promise<number> {
  const reading = readOptions(args, process.stdout.isTTY);
  if (reading.kind === 'help') {
    process.stdout.write(USAGE);
    return EXIT.read;
  }
  if (reading.kind === 'wrong') return complain(`${reading.message}\n\n${USAGE}`, EXIT.usage);
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  process.once('SIGTERM', () => process.exit(EXIT.terminated));
  try {
    await inspect(reading.options);
    return EXIT.read;
  } catch (error) {
    if (error instanceof InputError) return complain(error.message, EXIT.usage);
    return complain(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT.internal);
  }
}

async function inspect({ input, format, ownAddresses }: InspectOptions): Promise<void> {
  const bytes = await bytesOf(input);
  const reader = new ThreadedMailReader();
  try {
    const mail = inspected(await reader.read(bytes, { ownAddresses }));
    process.stdout.write(`${format === 'json' ? JSON.stringify(mail) : asTable(mail)}\n`);
  } finally {
    await reader.close();
  }
}

async function bytesOf(input: string): Promise<Buffer> {
  const source: Readable = input === '-' ? process.stdin : createReadStream(input);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) break;
    }
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
  return Buffer.concat(chunks);
}

function complain(message: string, status: number): number {
  process.stderr.write(`${message.trimEnd()}\n`);
  return status;
}
