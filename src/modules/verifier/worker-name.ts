import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';

/** The name of this worker in leases: machine, process, and which start of it. */
@Injectable()
export class WorkerName {
  readonly name = `${hostname()}:${String(process.pid)}:${newId().slice(-8)}`;
}
