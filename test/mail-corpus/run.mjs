import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = resolve(process.argv[2] ?? process.env.MAIL_CORPUS_DIR ?? 'bounces');
const cli = process.argv[3] ?? join(root, 'dist', 'src', 'cli.js');
const LEAST_RIGHT = 0.97;
const MOST_WRONGLY_PERMANENT = 0.01;
const AT_ONCE = 2;

/** `npm run test:mail-corpus [folder]`: every saved report as `mail inspect` tells it, held against the folder's expected.csv. */
if (existsSync(join(folder, 'expected.csv'))) process.exitCode = await compare();
else
  process.stderr.write(
    `SKIPPED: there is no ${folder}/expected.csv. Give a folder with saved reports: npm run test:mail-corpus -- FOLDER\n`,
  );

async function compare() {
  const expected = expectedByFile();
  const files = [...expected.keys()].sort();
  const told = new Map();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let at = next++; at < files.length; at = next++) told.set(files[at], await inspect(files[at]));
    }),
  );
  return summed(files, expected, told);
}

function summed(files, expected, told) {
  let right = 0;
  let soft = 0;
  let wronglyPermanent = 0;
  const differences = [];
  for (const file of files) {
    for (const [index, wanted] of expected.get(file).entries()) {
      const recipient = told.get(file).recipients[index];
      const permanent = recipient?.permanent ?? false;
      if (permanent === wanted.permanent) right += 1;
      else
        differences.push(
          `${file} [${index}]: expected ${wanted.line}, told ${JSON.stringify(recipient ?? null)}`,
        );
      if (!wanted.permanent) soft += 1;
      if (permanent && !wanted.permanent) wronglyPermanent += 1;
    }
  }
  const all = [...expected.values()].flat().length;
  process.stdout.write(
    `${files.length} reports, ${all} recipients: ${right} right (${percent(right, all)}); ` +
      `${wronglyPermanent} of ${soft} passing or sender-side failures called permanent (${percent(wronglyPermanent, soft)})\n`,
  );
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  return right >= LEAST_RIGHT * all && wronglyPermanent <= MOST_WRONGLY_PERMANENT * soft ? 0 : 1;
}

function percent(part, all) {
  return all === 0 ? 'none' : `${((100 * part) / all).toFixed(1)} %`;
}

/** Rows of file, enhanced status, reply code, reason, permanent: one a recipient, in the order of the report. */
function expectedByFile() {
  const rows = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  const byFile = new Map();
  for (const line of rows) {
    const [file, , , , permanent] = line.split(',');
    byFile.set(file, [...(byFile.get(file) ?? []), { line, permanent: permanent === 'true' }]);
  }
  return byFile;
}

function inspect(file) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, 'mail', 'inspect', join(folder, file), '--format', 'json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.once('error', fail);
    child.once('close', () => {
      try {
        done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        fail(new Error(`${file} was not told as JSON`, { cause: error }));
      }
    });
  });
}
