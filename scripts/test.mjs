/**
 * Runs the tests. With arguments: jest with those. Without: everything but the journeys on all workers, then the journeys one after
 * the other, since a browser that shares two cores with other suites misses moments. What failed outside the pure rules is run once
 * more, alone, and said aloud: docs/decisions/0072.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const JEST = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const JOURNEYS = 'test/browser';
const folder = mkdtempSync(join(tmpdir(), 'linkledger-tests-'));

function jest(args) {
  return spawnSync(process.execPath, [JEST, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** The outcome of each file of a run. A run that could not begin has none and counts as one failure. */
function phase(name, args) {
  const output = join(folder, `${name}.json`);
  jest([...args, '--json', '--outputFile', output]);
  try {
    return JSON.parse(readFileSync(output, 'utf8')).testResults.map(
      ({ name: file, assertionResults, status }) => ({
        file: relative(root, file),
        passed: assertionResults.filter((one) => one.status === 'passed').length,
        failed: Math.max(
          assertionResults.filter((one) => one.status === 'failed').length,
          status === 'failed' ? 1 : 0,
        ),
      }),
    );
  } catch {
    return [{ file: name, passed: 0, failed: 1 }];
  }
}

/** Only what meets a clock, a browser or another process may fail by chance; a pure rule never. */
const isWorthAnotherRun = ({ file, failed }) => failed > 0 && file.startsWith('test/');

function everything() {
  const first = [
    ...phase('suites', ['--testPathIgnorePatterns', JOURNEYS]),
    ...phase('journeys', [JOURNEYS, '--maxWorkers', '1']),
  ];
  const again = first.filter(isWorthAnotherRun).map(({ file }) => file);
  if (again.length === 0) return first;
  console.log(
    `\n!!! RUN A SECOND TIME, alone, because they failed:\n${again.map((file) => `!!!   ${file}`).join('\n')}`,
  );
  const second = phase('second', ['--runTestsByPath', ...again, '--maxWorkers', '1']);
  return [...first.filter(({ file }) => !again.includes(file)), ...second];
}

const args = process.argv.slice(2);
if (args.length > 0) process.exit(jest(args));
const results = everything();
rmSync(folder, { recursive: true, force: true });
const sum = (what) => results.reduce((total, one) => total + one[what], 0);
const [failed, passed] = [sum('failed'), sum('passed')];
for (const { file } of results.filter((one) => one.failed > 0)) console.log(`FAILED ${file}`);
console.log(`\nTests: ${failed} failed, ${passed} passed, ${failed + passed} total`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
