import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { CampaignsService } from './campaigns.service.js';
import type { NewPitch, PitchChange } from './pitch.dto.js';
import { type Actor, PitchActs } from './pitch-acts.js';
import { PitchAdding } from './pitch-adding.js';
import type { AddedPitch, PitchDetail } from './pitch-detail.dto.js';
import { PitchDetails } from './pitch-details.service.js';
import { PitchEditing } from './pitch-editing.js';
import { PitchWinning } from './pitch-winning.js';
import type { WonWish } from './pitch-won.dto.js';
import { PitchWork } from './pitch-work.js';

/** What people do with pitches, each act in a transaction of its own. Every act throws `pitch.not_found`. */
@Injectable()
export class PitchChanges {
  constructor(
    private readonly database: Database,
    private readonly work: PitchWork,
    private readonly campaigns: CampaignsService,
    private readonly adding: PitchAdding,
    private readonly editing: PitchEditing,
    private readonly winning: PitchWinning,
    private readonly details: PitchDetails,
    private readonly acts: PitchActs,
  ) {}

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

  /** Throws `pitch.archived`, `pitch.changed_meanwhile`, what the guard of a new site refuses, `request.invalid`. */
  change(who: Principal, id: string, wish: PitchChange): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.editing.change(who, held, wish), wish.revision);
  }

  /** Throws `pitch.archived`, `request.invalid` with the place of a contact that is not here. */
  setContacts(who: Principal, id: string, contactIds: readonly string[]): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.editing.setContacts(held, contactIds));
  }

  /** Throws the refusal of `decideMove`, `pitch.changed_meanwhile`. */
  move(who: Principal, id: string, { to, revision }: { to: string; revision: number }): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.acts.move(held, to, actorOf(who)), revision);
  }

  /** Throws what `PitchWinning.win` throws, `pitch.changed_meanwhile`. */
  win(who: Principal, id: string, wish: WonWish): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.winning.win(held, wish, actorOf(who)), wish.revision);
  }

  /** Throws `pitch.closed`, `pitch.paused`, `pitch.archived`, `request.invalid` for a day that is past. */
  pause(who: Principal, id: string, until: string | null): Promise<PitchDetail> {
    return this.work.act(who, id, async (held) => {
      await this.editing.refusePast(until);
      await this.acts.pause(held, until);
    });
  }

  /** Throws `pitch.closed`, `pitch.not_paused`, `pitch.archived`. */
  resume(who: Principal, id: string): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.acts.resume(held));
  }

  /** Throws the refusal of `decideLoss`. */
  lose(who: Principal, id: string, loss: { reason: string; note: string }): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.acts.lose(held, loss, actorOf(who)));
  }

  /** Throws the refusal of `decideReopen`. */
  reopen(who: Principal, id: string, to: string | null): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.acts.reopen(held, to, actorOf(who)));
  }

  shelve(who: Principal, id: string, away: boolean): Promise<PitchDetail> {
    return this.work.act(who, id, (held) => this.acts.shelve(held, away));
  }
}

/** Who acts on pitches in a request. */
function actorOf({ memberId, locale }: Principal): Actor {
  return { memberId, locale };
}
