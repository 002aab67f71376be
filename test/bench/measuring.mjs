import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/** The middle of some times. */
export function medianOf(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

/** Milliseconds a process has been running on a processor (Linux): what a request costs, however busy the machine is. */
export function processorTime(pid) {
  try {
    const fields = statOf(pid);
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** The same for all processes a process has started, those that are over included: what a database server with all its parts costs. */
export function processorTimeBelow(parent) {
  const below = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent);
  const [over, overInSystem] = statOf(parent).slice(13);
  return below.reduce(
    (sum, pid) => sum + (processorTime(pid) || 0),
    10 * (Number(over) + Number(overInSystem)),
  );
}

function parentOf(pid) {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return null;
  }
}

/** The fields of a process behind its name: its state first. */
function statOf(pid) {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
}

/** Does some work once unmeasured and then `rounds` times; answers the fastest and the middle time in milliseconds, and the last answer. */
export async function timedRounds(work, rounds) {
  const times = [];
  let answer = await work();
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    answer = await work();
    times.push(performance.now() - start);
  }
  return { answer, median: medianOf(times), fastest: Math.min(...times) };
}

/** The machine and how busy it is, for the first line of a result. */
export function machine() {
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}`;
}
