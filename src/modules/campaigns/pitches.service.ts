import { Injectable } from '@nestjs/common';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import { agreedStage } from '../../core/campaigns/move-pitch.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Actor, PitchActs } from './pitch-acts.js';
import { PitchFollowing } from './pitch-following.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { type FromMail, PitchWinning } from './pitch-winning.js';
import type { WonWish } from './pitch-won.dto.js';
import { PitchWork } from './pitch-work.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

export type { Actor } from './pitch-acts.js';
export { AgreedPlacement } from './pitch-won.dto.js';
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
    private readonly winning: PitchWinning,
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

  /**
   * The first word to them has left: the pitch enters the stage of first contact where it stands before that and its kind lets it; otherwise
   * only the moment is kept. Answers whether a touch of the site was written down with it.
   */
  async contacted(id: string, actor: Actor): Promise<boolean> {
    const held = await this.work.held(id);
    if (held.firstContactedAt !== null || held.outcome !== null || held.archivedAt !== null) return false;
    const { stages } = this.acts.kindOf(held);
    const contact = stages.findIndex(({ isContact }) => isContact === true);
    const to = stages[contact];
    const isBefore = stages.findIndex(({ key }) => key === held.stage) < contact;
    if (to !== undefined && isBefore && (await this.moved(held, to.key, actor))) return held.siteId !== null;
    const at = this.clock.now();
    await this.pitches.write(id, { first_contacted_at: at }, at);
    return false;
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

  /** Whether a move was allowed, and is made. A refusal comes before anything is written. */
  private async moved(held: HeldPitch, to: string, actor: Actor): Promise<boolean> {
    try {
      await this.acts.move(held, to, actor);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('pitch.')) return false;
      throw error;
    }
  }

  /** They have written: it is the team's turn. A pitch that is closed or put away stays as it is. */
  async heard(id: string): Promise<void> {
    const held = await this.work.held(id);
    if (held.outcome !== null || held.archivedAt !== null || held.status === 'waiting_us') return;
    await this.pitches.write(id, { status: 'waiting_us', paused_until: null }, this.clock.now());
  }

  /** The team has answered: it is their turn. A pitch that is closed, paused or put away stays as it is. */
  async answered(id: string): Promise<void> {
    const held = await this.work.held(id);
    if (held.archivedAt !== null || held.status !== 'waiting_us') return;
    await this.pitches.write(id, { status: 'waiting_them' }, this.clock.now());
  }

  /** Throws the refusal of `decideMove`. */
  async move(id: string, to: string, actor: Actor): Promise<void> {
    await this.acts.move(await this.work.held(id), to, actor);
  }

  /** Throws the refusal of `decideLoss`. */
  async lose(id: string, loss: { reason: string; note: string }, actor: Actor): Promise<void> {
    await this.acts.lose(await this.work.held(id), loss, actor);
  }

  /** Opens a closed pitch again where it stood. Throws the refusal of `decideReopen`. */
  async reopen(id: string, actor: Actor): Promise<void> {
    await this.acts.reopen(await this.work.held(id), null, actor);
  }

  /** Records what was agreed. Throws what `PitchWinning.win` throws. */
  async win(id: string, wish: WonWish & FromMail, actor: Actor): Promise<void> {
    await this.winning.win(await this.work.held(id), wish, actor);
  }
}
