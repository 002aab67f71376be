import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const BREAKING_MS = 10_000;

/**
 * Runs work while holding a lock file; waits for others who hold it. A lock whose process is gone (kill -9) is broken.
 * The file appears whole by a hard link, so nobody reads half of one.
 */
export async function withLock(file, work) {
  const mine = `${process.pid} ${bornAt(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    while (!taken(draft, file)) {
      if (isStale(file)) breakLock(file);
      await pause(LOOK_AGAIN_MS);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process breaks at a time, and looks again before it does: the lock may have a new, living owner by then. */
function breakLock(file) {
  const breaking = `${file}.breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    if (Date.now() - (statSync(breaking, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > BREAKING_MS)
      rmdirSync(breaking);
    return;
  }
  if (isStale(file)) rmSync(file, { force: true });
  rmdirSync(breaking);
}

function isStale(file) {
  try {
    const [pid, born] = readFileSync(file, 'utf8').split(' ');
    return !isAlive(Number(pid)) || born !== bornAt(Number(pid));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When a process was born, so that a recycled number is not taken for the owner; empty where the system does not say. */
function bornAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19];
  } catch {
    return '';
  }
}
