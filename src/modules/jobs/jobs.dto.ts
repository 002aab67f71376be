import { ApiProperty } from '@nestjs/swagger';
import type { ProgressJob, ProgressState } from '../../platform/jobs/progress-job.js';

const STATES = ['waiting', 'running', 'done', 'failed', 'undone'] as const satisfies readonly ProgressState[];

/** Work that goes on in the background, and how far it is. */
export class JobView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** What it does, e.g. `import.run`. */
  kind!: string;

  @ApiProperty({ enum: STATES })
  state!: ProgressState;

  total!: number;

  /** Items that are through, the failed ones with them. */
  finished!: number;

  failed!: number;

  /** What came of it; empty until it is done. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  result!: Readonly<Record<string, unknown>>;

  /** Code of the refusal it failed with. */
  @ApiProperty({ type: String, nullable: true })
  errorCode!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;
}

/** What a caller sees of a job. */
export function jobView(job: ProgressJob): JobView {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    total: job.total,
    finished: job.finished,
    failed: job.failed,
    result: job.result,
    errorCode: job.errorCode,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}
