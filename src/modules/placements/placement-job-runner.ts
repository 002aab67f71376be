import { Injectable } from '@nestjs/common';
import { type ChunkedTask, ChunkedTasks } from '../../platform/jobs/chunked-tasks.js';
import type { PlacementEntity } from './placement.entity.js';
import { PlacementsRepository } from './placements.repository.js';

export type PlacementTask = Pick<ChunkedTask<PlacementEntity>, 'step' | 'finished'>;
export type ChunkStep = PlacementTask['step'];

const CHUNK = 100;

/** Works through snapshots of placements, a hundred at a time. */
@Injectable()
export class PlacementJobRunner {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly placements: PlacementsRepository,
  ) {}

  /** Registers the background task of a kind of job. */
  register(kind: string, task: PlacementTask): void {
    this.tasks.register(kind, { ...task, size: CHUNK, lock: (ids) => this.placements.lockAll(ids) });
  }
}
