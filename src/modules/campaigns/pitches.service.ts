import { Injectable } from '@nestjs/common';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { CampaignsService } from './campaigns.service.js';
import type { NewPitch, PitchChange } from './pitch.dto.js';
import { type Actor, PitchActs } from './pitch-acts.js';
import { PitchAdding } from './pitch-adding.js';
import type { AddedPitch, PitchDetail } from './pitch-detail.dto.js';
import { PitchDetails } from './pitch-details.service.js';
import { PitchEditing } from './pitch-editing.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

export type { HeldPitch } from './pitches.repository.js';

/** Pitches: one prospect in one campaign, moving through the stages of its kind. */
@Injectable()
export class PitchesService {
  constructor(
    private readonly database: Database,
    private readonly pitches: PitchesRepository,
    private readonly campaigns: CampaignsService,
    private readonly adding: PitchAdding,
    private readonly editing: PitchEditing,
    private readonly details: PitchDetails,
    private readonly acts: PitchActs,
    private readonly clock: Clock,
  ) {}

  /** Throws `pitch.not_found`. */
  get(who: Principal, id: string): Promise<PitchDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.details.get(id, who.locale));
  }

  /** Throws `campaign.not_found`, and what `PitchAdding.add` throws. */
  add(who: Principal, campaignId: string, wish: NewPitch): Promise<AddedPitch> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { id, warnings } = await this.adding.add(who, await this.campaigns.one(campaignId), wish);
      return { ...(await this.details.get(id, who.locale)), warnings };
    });
  }

  /** Throws `pitch.not_found`, `pitch.archived`, `pitch.changed_meanwhile`, what the guard of a new site refuses, `request.invalid`. */
  change(who: Principal, id: string, wish: PitchChange): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.editing.change(who, held, wish), wish.revision);
  }

  /** Throws `request.invalid` with the place of a contact that is not here. */
  setContacts(who: Principal, id: string, contactIds: readonly string[]): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.editing.setContacts(held, contactIds));
  }

  /** Throws the refusal of `decideMove`, `pitch.changed_meanwhile`. */
  move(who: Principal, id: string, { to, revision }: { to: string; revision: number }): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.acts.move(held, to, actorOf(who)), revision);
  }

  pause(who: Principal, id: string, until: string | null): Promise<PitchDetail> {
    return this.act(who, id, async (held) => {
      await this.editing.refusePast(until);
      await this.acts.pause(held, until);
    });
  }

  resume(who: Principal, id: string): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.acts.resume(held));
  }

  lose(who: Principal, id: string, loss: { reason: string; note: string }): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.acts.lose(held, loss, actorOf(who)));
  }

  reopen(who: Principal, id: string, to: string | null): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.acts.reopen(held, to, actorOf(who)));
  }

  shelve(who: Principal, id: string, away: boolean): Promise<PitchDetail> {
    return this.act(who, id, (held) => this.acts.shelve(held, away));
  }

  /** The pitch within the open transaction. Throws `pitch.not_found`. */
  async one(id: string): Promise<HeldPitch> {
    const [pitch] = await this.pitches.many([id]);
    if (pitch === undefined) throw new AppError('pitch.not_found', { id });
    return pitch;
  }

  /** Those of these pitches that are to be seen, within the open transaction. */
  many(ids: readonly string[]): Promise<HeldPitch[]> {
    return this.pitches.many(ids);
  }

  /** Keeps what the client said, within the open transaction; null takes a question back. Throws `pitch.not_found`. */
  async setApproval(id: string, subject: ApprovalSubject, state: ApprovalState | null): Promise<void> {
    const held = await this.held(id);
    const { [subject]: _, ...others } = held.approvalStates;
    const states = state === null ? others : { ...others, [subject]: state };
    await this.pitches.write(id, { approval_states: JSON.stringify(states) }, this.clock.now());
  }

  /**
   * Closes every open pitch on these sites as lost, of one client or of all that are to be seen, within the open transaction; answers their
   * ids. The reason is one of the kind's where it knows it, else `other` with the note.
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

  /** Loads, locks and compares, acts, and answers the page. */
  private act(
    who: Principal,
    id: string,
    work: (held: HeldPitch) => Promise<void>,
    revision?: number,
  ): Promise<PitchDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.held(id);
      if (revision !== undefined && held.revision !== revision)
        throw new AppError('pitch.changed_meanwhile', { revision: held.revision });
      await work(held);
      return this.details.get(id, who.locale);
    });
  }

  private async held(id: string): Promise<HeldPitch> {
    const held = await this.pitches.lock(id);
    if (held === null) throw new AppError('pitch.not_found', { id });
    return held;
  }
}

/** Who acts on pitches in a request. */
export function actorOf({ memberId, locale }: Principal): Actor {
  return { memberId, locale };
}
