import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';

/** The name of this worker in leases: machine, process, and which start of it. */
@Injectable()
export class WorkerName {
  /** Workers of the same machine, whose processes can be looked for, begin with this. */
  readonly machine = `${hostname()}/${processSpace()}:`;
  readonly name = `${this.machine}${String(process.pid)}:${newId().slice(-8)}`;

  /** Whether a worker of this machine is surely dead: its process is gone, or it is an earlier one with our number. */
  isDead(worker: string): boolean {
    const pid = Number(worker.slice(this.machine.length).split(':')[0]);
    if (!worker.startsWith(this.machine) || worker === this.name || !Number.isInteger(pid)) return false;
    return pid === process.pid || !isAlive(pid);
  }
}

/** Two containers may share a host name, but then not the numbers of their processes. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
