import { Injectable } from '@nestjs/common';
import { type ChunkedTask, ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import { type HeldProspect, ProspectsRepository } from './prospects.repository.js';

export type { Outcomes };

type ProspectTask = Pick<ChunkedTask<HeldProspect>, 'step' | 'finished'>;

/** Every step is a few statements whatever its size; progress is seen five times a thousand. */
const CHUNK = 500;

/** Works through snapshots of prospects. */
@Injectable()
export class ProspectJobRunner {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly prospects: ProspectsRepository,
  ) {}

  /** Registers the background task of a kind of job. */
  register(kind: string, task: ProspectTask): void {
    this.tasks.register(kind, { ...task, size: CHUNK, lock: (ids) => this.prospects.lockAll(ids) });
  }
}
