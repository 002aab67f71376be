import { Injectable } from '@nestjs/common';

/** Counts what members own, in the open transaction; members without any may be left out of the answer. */
export type OwnershipCounter = (memberIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** What can be owned and handed over. */
export type Owned = 'placements' | 'prospects' | 'campaigns' | 'pitches' | 'tasks' | 'orders';

/** The place where the modules above say how much of theirs a member owns. */
@Injectable()
export class LeavingCounters {
  private readonly counters = new Map<Owned, OwnershipCounter>();

  /** Registers the counter of one kind; called in `onModuleInit`. */
  register(owned: Owned, counter: OwnershipCounter): void {
    if (this.counters.has(owned)) throw new Error(`the counter of ${owned} is registered twice`);
    this.counters.set(owned, counter);
  }

  /** How much of a kind each member owns; 0 where nobody counts it. */
  async count(owned: Owned, memberIds: readonly string[]): Promise<(memberId: string) => number> {
    const counted = await this.counters.get(owned)?.(memberIds);
    return (memberId) => counted?.get(memberId) ?? 0;
  }
}
