import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { type MailboxReport, RestoreReconciling } from './modules/sending/restore-reconciling.service.js';
import { statusOf, UsageError } from './platform/commands/command.js';
import { readProcessConfig } from './platform/config/read-config.js';
import { databaseAddresses } from './platform/database/addresses.js';
import { prepareDatabase } from './platform/process/prepare-database.js';

const USAGE = `linkledger reconcile [--since 2026-11-20T09:00:00Z]

  After a restore: finds in the mailboxes which mails left since the backup and who answered, marks them, and holds what
  nobody can be sure of. It sends nothing; a manager lets sending go on afterwards.`;

/** `linkledger reconcile`: compares a database that was put back with the mailboxes. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => reconcile(args));
}

async function reconcile(args: readonly string[]): Promise<void> {
  const since = sinceOf(args);
  const config = readProcessConfig();
  const addresses = await databaseAddresses(config);
  try {
    await prepareDatabase(addresses);
    const app = await NestFactory.createApplicationContext(AppModule.with({ config, addresses }), {
      logger: false,
      abortOnError: false,
    });
    try {
      const reports = await app.get(RestoreReconciling, { strict: false }).run(since);
      for (const report of reports) process.stdout.write(`${lineOf(report)}\n`);
      if (reports.length === 0) process.stdout.write('There is no mailbox to look into.\n');
      process.stdout.write('Look through what is held in the outbox, then let sending go on.\n');
    } finally {
      await app.close();
    }
  } finally {
    await addresses.embedded?.leave();
  }
}

function sinceOf(args: readonly string[]): Date | null {
  if (args.length === 0) return null;
  const [flag, value = '', ...rest] = args;
  const since = new Date(value);
  if (flag !== '--since' || rest.length > 0 || Number.isNaN(since.getTime())) throw new UsageError(USAGE);
  return since;
}

function lineOf({ address, notLooked, sent, answered, unsure, toSend }: MailboxReport): string {
  const looked = notLooked === null ? 'read' : `could not be read (${notLooked})`;
  return `${address}: ${looked}; ${sent} had left, ${answered} held as answered, ${unsure} held as unsure, ${toSend} still to send`;
}
