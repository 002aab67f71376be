#!/usr/bin/env node
/** Runs with the arguments behind its name and answers the exit status. */
interface Command {
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Every sub-command, loaded only when it is asked for: `verify` must not need what the others need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./main.js'),
  worker: () => import('./worker.js'),
  migrate: () => import('./platform/commands/migrate.js'),
  keys: () => import('./platform/commands/keys.js'),
  database: () => import('./platform/commands/database.js'),
  backup: () => import('./platform/commands/backup.js'),
  restore: () => import('./platform/commands/restore.js'),
  reconcile: () => import('./reconcile.js'),
  verify: () => import('./modules/verifier/cli/verify-command.js'),
  mail: () => import('./modules/inbox/cli/mail-command.js'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

if (load === undefined) {
  process.stderr.write(`Usage: linkledger ${Object.keys(COMMANDS).join('|')} [options]\n`);
  process.exitCode = name === '--help' || name === '-h' ? 0 : 2;
} else {
  // A reader that goes away (| head) ends the program quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 1 : 3));
  const status = await (await load()).run(args);
  process.stdout.write('', () => process.exit(status));
}
