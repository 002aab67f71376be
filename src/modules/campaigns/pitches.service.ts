import { Injectable } from '@nestjs/common';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import { agreedStage } from '../../core/campaigns/move-pitch.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Actor, PitchActs } from './pitch-acts.js';
import { PitchFollowing } from './pitch-following.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchWork } from './pitch-work.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

export type { HeldPitch } from './pitches.repository.js';

/** Pitches as other modules need them, in the open transaction. */
@Injectable()
export class PitchesService {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly work: PitchWork,
    private readonly acts: PitchActs,
    private readonly parts: PitchPartsRepository,
    private readonly following: PitchFollowing,
    private readonly clock: Clock,
  ) {}

  /** Throws `pitch.not_found`. */
  async one(id: string): Promise<HeldPitch> {
    const [pitch] = await this.pitches.many([id]);
    if (pitch === undefined) throw new AppError('pitch.not_found', { id });
    return pitch;
  }

  /** Those of these pitches that are to be seen, in no order. */
  many(ids: readonly string[]): Promise<HeldPitch[]> {
    return this.pitches.many(ids);
  }

  /** Makes a placement that is there already the pitch's own: what was agreed is recorded by it, and its state leads on. */
  async adopt(id: string, placementId: string, actor: Actor): Promise<void> {
    const held = await this.work.held(id);
    await this.parts.adopt(held, placementId);
    await this.acts.move(held, agreedStage(this.acts.kindOf(held)), actor);
    await this.following.follow(id, { placementId });
  }

  /** Keeps what the client said; null takes a question back. Throws `pitch.not_found`. */
  async setApproval(id: string, subject: ApprovalSubject, state: ApprovalState | null): Promise<void> {
    const held = await this.work.held(id);
    const { [subject]: _, ...others } = held.approvalStates;
    const states = state === null ? others : { ...others, [subject]: state };
    await this.pitches.write(id, { approval_states: JSON.stringify(states) }, this.clock.now());
  }

  /**
   * Closes every open pitch on these sites as lost, of one client or of all that are to be seen; answers their ids. The reason is one of the
   * kind's where it knows it, else `other` with a note.
   */
  async withdraw(
    siteIds: readonly string[],
    { reason, note, clientId }: { reason: string; note: string; clientId: string | null },
    actor: Actor,
  ): Promise<string[]> {
    const open = await this.pitches.openOnSites(siteIds, clientId);
    for (const held of open) {
      const isKnown = this.acts.kindOf(held).losses.some((loss) => loss.key === reason);
      const loss = { reason: isKnown ? reason : 'other', note: note.trim() === '' ? reason : note };
      await this.acts.lose(held, loss, actor);
    }
    return open.map((held) => held.id);
  }
}
