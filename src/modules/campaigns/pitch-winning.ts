import { Injectable } from '@nestjs/common';
import type { Kind } from '../../core/campaigns/kind.js';
import { agreedStage, decideMove } from '../../core/campaigns/move-pitch.js';
import type { MoveRefusal } from '../../core/campaigns/pitch.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type NewPlacement, PlacementsService, type TermsWish } from '../placements/placements.service.js';
import { invalid } from './campaign-wish.js';
import { CampaignsService } from './campaigns.service.js';
import { type Actor, PitchActs } from './pitch-acts.js';
import { PitchDetailQuery } from './pitch-detail.query.js';
import { moveFacts, standingOf } from './pitch-facts.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { pitchRefusal } from './pitch-refusal.js';
import type { AgreedPlacement, WonWish } from './pitch-won.dto.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

/** The mail that came in and says what was agreed. */
export interface FromMail {
  readonly mailId?: string;
}

/** Records what was agreed: placements that are awaited, with their terms and the source of them. In the open transaction. */
@Injectable()
export class PitchWinning {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly query: PitchDetailQuery,
    private readonly campaigns: CampaignsService,
    private readonly placements: PlacementsService,
    private readonly acts: PitchActs,
  ) {}

  /**
   * Adds the placements and moves the pitch to where agreements are recorded; a pitch that stands there, or beyond it, only gets them. Throws
   * the refusal of that move before anything is written, `placement.duplicate`, `site.not_found`, or `request.invalid` with the place.
   */
  async win(held: HeldPitch, wish: WonWish & FromMail, actor: Actor): Promise<void> {
    const kind = this.acts.kindOf(held);
    const around = await this.parts.around(held);
    const campaign = await this.campaigns.one(held.campaignId);
    const facts = { ...moveFacts(held, campaign, around), hasTerms: true };
    const pitch = standingOf(held);
    const decision = decideMove({ kind, pitch, to: agreedStage(kind), facts });
    const isThere = !decision.ok && isAgreed(held, kind, around.placements.length, decision.code);
    if (!decision.ok && !isThere) throw pitchRefusal(decision, kind, actor.locale);
    const wishes = await this.wishes(held, kind, wish);
    const placementIds = await this.placements.addAgreed(wishes, {
      campaignId: held.campaignId,
      pitchId: held.id,
      ...(wish.mailId === undefined ? {} : { mailId: wish.mailId }),
    });
    const params = { placementIds, source: wish.source.kind };
    if (decision.ok)
      await this.acts.enter(held, {
        changes: decision.changes,
        around,
        kind: 'pitch.moved',
        params,
        memberId: actor.memberId,
      });
    else await this.acts.write(held, {}, { kind: 'pitch.changed', params: { fields: ['terms'], ...params } });
  }

  private async wishes(
    held: HeldPitch,
    kind: Kind,
    { placements, source }: WonWish,
  ): Promise<NewPlacement[]> {
    const record = await this.query.one(held.id);
    if (record === null) throw new AppError('pitch.not_found', { id: held.id });
    const wishes: NewPlacement[] = [];
    for (const [no, agreed] of placements.entries()) {
      const targetUrl = agreed.targetUrl ?? record.targetPage?.url;
      if (targetUrl === undefined)
        throw invalid(`placements.${no}.targetUrl`, 'needed', 'name the page the link leads to');
      const place = { targetUrl, ...(await this.siteOf(held, agreed, no)) };
      wishes.push({ ...place, ...dealOf(held, kind, agreed), source });
    }
    return wishes;
  }

  private async siteOf(
    held: HeldPitch,
    { sourceUrl, siteId }: AgreedPlacement,
    no: number,
  ): Promise<{ sourceUrl: string } | { site: string }> {
    if (sourceUrl !== undefined) return { sourceUrl };
    const id = siteId ?? held.siteId;
    if (id === null) throw invalid(`placements.${no}.siteId`, 'needed', 'name the page, or its site');
    const site = await this.pitches.siteKey(id);
    if (site === null) throw new AppError('site.not_found', { id });
    return { site };
  }
}

/** The deal as it was agreed; what nobody said is as the kind expects it. */
function dealOf(held: HeldPitch, kind: Kind, agreed: AgreedPlacement) {
  const { label = null, labellingAgreed = false, dueOn = null, notes = '' } = agreed;
  const { type = kind.placement.type, compensation = kind.placement.compensation } = agreed;
  const { brandId, assigneeMemberId: ownerMemberId } = held;
  return {
    brandId,
    ownerMemberId,
    type,
    compensation,
    label,
    labellingAgreed,
    dueOn,
    notes,
    terms: termsOf(agreed),
  };
}

/** The short forms as agreed terms; what `terms` says itself comes first. */
function termsOf({ anchor, rel, durationUntil, terms = {} }: AgreedPlacement): TermsWish {
  return {
    ...(anchor === undefined ? {} : { anchor: { standing: 'agreed', value: anchor } }),
    ...(rel === undefined ? {} : { rel: { standing: 'agreed', value: rel } }),
    ...(durationUntil === undefined ? {} : { duration: { standing: 'agreed', value: durationUntil } }),
    ...terms,
  };
}

/** Whether a pitch that cannot move there stands where agreements are recorded, or past it, and only gets more of them. */
function isAgreed(held: HeldPitch, kind: Kind, placements: number, code: MoveRefusal): boolean {
  const isLater =
    code === 'pitch.already_there' || code === 'pitch.move_not_allowed' || code === 'pitch.closed';
  const isPast = held.outcome !== 'lost' && placements > 0;
  return isLater && (held.stage === agreedStage(kind) || isPast) && held.outcome !== 'lost';
}
