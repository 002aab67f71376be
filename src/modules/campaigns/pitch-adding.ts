import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { type Kind, stagePosition } from '../../core/campaigns/kind.js';
import { statusOf } from '../../core/campaigns/move-pitch.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Principal } from '../../platform/http/principal.js';
import { ProspectChoosing } from '../prospects/prospect-choosing.service.js';
import { invalid } from './campaign-wish.js';
import type { HeldCampaign } from './campaigns.repository.js';
import type { NewPitch } from './pitch.dto.js';
import { PitchActs } from './pitch-acts.js';
import type { PitchWarning } from './pitch-detail.dto.js';
import { pitchEvent } from './pitch-events.js';
import { changedFields, pitchSearchText } from './pitch-facts.js';
import { PitchGuard } from './pitch-guard.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchWishes } from './pitch-wishes.js';
import { PitchesRepository } from './pitches.repository.js';

/** A pitch that was made, and what is worth knowing about it. */
export interface Added {
  readonly id: string;
  readonly warnings: PitchWarning[];
}

/** Adds prospects to campaigns, in the open transaction. */
@Injectable()
export class PitchAdding {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly wishes: PitchWishes,
    private readonly guard: PitchGuard,
    private readonly prospects: ProspectChoosing,
    private readonly acts: PitchActs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `campaign.archived`, `campaign.finished`, what the guard refuses, `prospect.not_found`, `site.not_found`, `access.forbidden` for a
   * release by somebody who is no manager, or `request.invalid` with the field.
   */
  async add(who: Principal, campaign: HeldCampaign, wish: NewPitch): Promise<Added> {
    refuseClosed(campaign);
    const kind = this.acts.kindOf(campaign);
    await this.wishes.check(campaign, kind, wish);
    const siteId = await this.wishes.site(wish);
    const label = wish.label?.trim() ?? '';
    if (siteId === null && label === '')
      throw invalid('siteAddress', 'needed', 'name the site, or a label while it is not known');
    const isReleased = mayRelease(who, wish.release);
    const warnings = siteId === null ? [] : await this.guard.look(who, { siteId, campaign, isReleased });
    if (siteId !== null) await this.prospects.ensure(siteId);
    const row = await this.row(campaign, kind, { wish, siteId, label, memberId: who.memberId });
    await this.pitches.insert(row, { by: who.userId, at: this.clock.now() });
    const contactIds = await this.contacts(row, wish.contactIds);
    const codes = warnings.map(({ code }) => code);
    await this.events.record(
      pitchEvent('pitch.added', { ...row, contactIds }, { pitchKind: row.kind, warnings: codes, isReleased }),
    );
    return { id: row.id, warnings };
  }

  /** The same, but throws `pitch.exists` with its id where the site has an open pitch in the campaign. */
  async addOnce(who: Principal, campaign: HeldCampaign, wish: NewPitch & { siteId: string }): Promise<Added> {
    const there = await this.pitches.openInCampaign(campaign.id, wish.siteId);
    if (there !== null) throw new AppError('pitch.exists', { id: there });
    return this.add(who, campaign, wish);
  }

  /** Puts a pitch away again that nobody has touched since it was made; whether it did. */
  async takeBack(id: string): Promise<boolean> {
    const held = await this.pitches.lock(id);
    if (held === null || held.revision !== 1 || held.archivedAt !== null) return false;
    await this.acts.shelve(held, true);
    return true;
  }

  private async row(
    campaign: HeldCampaign,
    kind: Kind,
    {
      wish,
      siteId,
      label,
      memberId,
    }: { wish: NewPitch; siteId: string | null; label: string; memberId: string },
  ) {
    const siteKey = siteId === null ? null : await this.pitches.siteKey(siteId);
    const stage = kind.defaultStage;
    return {
      id: newId(this.clock.now()),
      clientId: campaign.clientId,
      brandId: campaign.brandId,
      campaignId: campaign.id,
      kind: kind.key,
      siteId,
      label,
      stage,
      stagePosition: stagePosition(kind, stage),
      status: statusOf(kind, { stage, outcome: null, isPaused: false }),
      assigneeMemberId: wish.assigneeMemberId === undefined ? memberId : wish.assigneeMemberId,
      targetPageId: wish.targetPageId ?? null,
      assetId: wish.assetId ?? null,
      fields: changedFields({}, wish.fields ?? {}),
      searchText: pitchSearchText(label, siteKey),
    };
  }

  /** The named contacts, or the one of the site one would write to first. */
  private async contacts(
    row: { id: string; clientId: string; siteId: string | null },
    named: readonly string[] | undefined,
  ): Promise<readonly string[]> {
    if (named !== undefined) await this.wishes.refuseUnknownContacts(named);
    const first = row.siteId === null ? null : await this.parts.contactOfSite(row.siteId);
    const ids = named ?? (first === null ? [] : [first]);
    if (ids.length > 0) await this.parts.setContacts(row, ids);
    return ids;
  }
}

/** Whether a conflict is to be let pass. Throws `access.forbidden` unless a manager wishes it. */
export function mayRelease(who: Principal, wished: boolean | undefined): boolean {
  if (wished !== true) return false;
  if (!may(who.role, 'manage', who.tokenScope)) throw new AppError('access.forbidden');
  return true;
}

function refuseClosed({ archivedAt, status, id }: HeldCampaign): void {
  if (archivedAt !== null) throw new AppError('campaign.archived', { id });
  if (status === 'finished') throw new AppError('campaign.finished', { id });
}
