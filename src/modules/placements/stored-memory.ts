import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min, ValidateNested, validateSync } from 'class-validator';
import type { PlacementState } from '../../core/placements/placement.js';
import { freshMemory, type PlacementMemory, type Series } from '../../core/verifier/placement-memory.js';
import { VERDICTS, type Verdict } from '../../core/verifier/verdict.js';

class StoredSeries implements Series {
  @IsInt() firstAt!: number;
  @IsInt() lastAt!: number;
  @IsInt() @Min(1) count!: number;
}

class StoredVerdict {
  @IsInt() at!: number;
  @IsIn(VERDICTS) verdict!: Verdict;
}

/** What a placement's `memory` column holds: all that no other column says. Times are epoch milliseconds. */
export class StoredMemory {
  @IsIn(['live', 'differs']) steady: 'live' | 'differs' = 'live';
  @IsOptional() @IsInt() firstSeenAt: number | null = null;
  @IsOptional() @IsInt() seenByHandUntil: number | null = null;
  @IsOptional() @ValidateNested() @Type(() => StoredSeries) absent: StoredSeries | null = null;
  @IsOptional() @ValidateNested() @Type(() => StoredSeries) differing: StoredSeries | null = null;
  @IsOptional() @ValidateNested() @Type(() => StoredSeries) unreachable: StoredSeries | null = null;
  @IsOptional() @ValidateNested() @Type(() => StoredSeries) unverifiable: StoredSeries | null = null;
  @IsOptional() @ValidateNested() @Type(() => StoredSeries) gone: StoredSeries | null = null;
  @IsInt() @Min(0) withoutProof = 0;
  @ValidateNested({ each: true }) @Type(() => StoredVerdict) lastVerdicts: StoredVerdict[] = [];
}

/** The columns of a placement that its memory is made of. */
export interface MemoryColumns {
  readonly state: PlacementState;
  readonly stateSince: Date;
  readonly rechecking: boolean;
  readonly takesBaseline: boolean;
  readonly isBaselineRemoved: boolean;
  readonly lastSeenAt: Date | null;
  readonly checkedAt: Date | null;
  readonly lastVerdicts: string;
  readonly memory: Record<string, unknown>;
}

/** Reads a placement's memory from its columns. A `memory` that is not one is a bug, and throws. */
export function readMemory(columns: MemoryColumns): PlacementMemory {
  const stored = plainToInstance(StoredMemory, columns.memory, { exposeDefaultValues: true });
  const faults = validateSync(stored, { forbidUnknownValues: true });
  if (faults.length > 0)
    throw new Error(`a placement's memory is not readable: ${faults.map(String).join('; ')}`);
  return {
    ...freshMemory(columns.stateSince.getTime(), 'added'),
    ...stored,
    state: columns.state,
    since: columns.stateSince.getTime(),
    rechecking: columns.rechecking,
    lastSeenAt: columns.lastSeenAt?.getTime() ?? null,
    lastCheckedAt: columns.checkedAt?.getTime() ?? null,
    baseline: columns.takesBaseline ? 'pending' : columns.isBaselineRemoved ? 'removed' : null,
  };
}

/** The columns a memory is kept in. */
export function memoryColumns(memory: PlacementMemory): MemoryColumns {
  const { state, since, rechecking, lastSeenAt, lastCheckedAt, baseline, ...stored } = memory;
  return {
    state,
    stateSince: new Date(since),
    rechecking,
    takesBaseline: baseline === 'pending',
    isBaselineRemoved: baseline === 'removed',
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
    checkedAt: lastCheckedAt === null ? null : new Date(lastCheckedAt),
    lastVerdicts: memory.lastVerdicts.map(({ verdict }) => verdict).join(','),
    memory: stored,
  };
}
