import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { ProspectChoosing } from '../prospects/prospect-choosing.service.js';
import { invalid } from './campaign-wish.js';
import { CampaignsService } from './campaigns.service.js';
import type { PitchChange } from './pitch.dto.js';
import { PitchActs } from './pitch-acts.js';
import { mayRelease } from './pitch-adding.js';
import { PitchDays } from './pitch-days.js';
import { changedFields, pitchSearchText } from './pitch-facts.js';
import { PitchGuard } from './pitch-guard.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchWishes } from './pitch-wishes.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

/** Changes what was written down about a pitch, in the open transaction, its row locked. */
@Injectable()
export class PitchEditing {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly wishes: PitchWishes,
    private readonly guard: PitchGuard,
    private readonly prospects: ProspectChoosing,
    private readonly campaigns: CampaignsService,
    private readonly acts: PitchActs,
    private readonly days: PitchDays,
  ) {}

  /** Writes what the wish changes; one that changes nothing leaves the revision alone. */
  async change(who: Principal, held: HeldPitch, wish: PitchChange): Promise<void> {
    if (held.archivedAt !== null) throw new AppError('pitch.archived', { id: held.id });
    await this.wishes.check(held, this.acts.kindOf(held), wish);
    const siteId = await this.site(who, held, wish);
    const columns = changedColumns(held, wish, siteId);
    const fields = Object.keys(columns);
    if (fields.length === 0) return;
    const after = { ...held, siteId };
    if ('label' in columns || 'site_id' in columns)
      columns['search_text'] = await this.searchText(after, wish.label?.trim() ?? held.label);
    const isAssignment = fields.join() === 'assignee_member_id';
    const told = isAssignment
      ? {
          kind: 'pitch.assigned' as const,
          params: { from: held.assigneeMemberId, to: wish.assigneeMemberId },
        }
      : { kind: 'pitch.changed' as const, params: { fields } };
    await this.acts.write(after, columns, told);
  }

  /** Makes these all contacts, in this order. Throws `pitch.archived`, `request.invalid` with the place. */
  async setContacts(held: HeldPitch, contactIds: readonly string[]): Promise<void> {
    if (held.archivedAt !== null) throw new AppError('pitch.archived', { id: held.id });
    const before = await this.parts.contactIds(held.id);
    if (before.join() === contactIds.join()) return;
    await this.wishes.refuseUnknownContacts(contactIds.filter((id) => !before.includes(id)));
    await this.parts.setContacts(held, contactIds);
    const params = { from: before.length, to: contactIds.length };
    await this.acts.write(held, {}, { kind: 'pitch.contacts_changed', params });
  }

  /** Refuses a day that is not to come in the workspace's zone. */
  refusePast(until: string | null): Promise<void> {
    return this.days.refusePast(until);
  }

  /** Another site is looked at like a new one; one with placements keeps its site. */
  private async site(who: Principal, held: HeldPitch, wish: PitchChange): Promise<string | null> {
    const siteId = (await this.wishes.site(wish)) ?? held.siteId;
    if (siteId === null || siteId === held.siteId) return siteId;
    const { placements } = await this.parts.around(held);
    if (placements.length > 0)
      throw invalid('siteId', 'has_placements', 'its placements stand on the old site');
    const campaign = await this.campaigns.one(held.campaignId);
    const isReleased = mayRelease(who, wish.release);
    await this.guard.look(who, { siteId, campaign, isReleased, pitchId: held.id });
    await this.prospects.ensure(siteId);
    return siteId;
  }

  private async searchText({ siteId }: HeldPitch, label: string): Promise<string> {
    if (siteId === null && label === '') throw invalid('label', 'needed', 'is needed while no site is known');
    return pitchSearchText(label, siteId === null ? null : await this.pitches.siteKey(siteId));
  }
}

/** The columns a wish changes. */
function changedColumns(held: HeldPitch, wish: PitchChange, siteId: string | null): Record<string, unknown> {
  const fields = wish.fields === undefined ? held.fields : changedFields(held.fields, wish.fields);
  const asked: readonly (readonly [column: string, was: unknown, is: unknown])[] = [
    ['site_id', held.siteId, siteId],
    ['assignee_member_id', held.assigneeMemberId, wish.assigneeMemberId],
    ['target_page_id', held.targetPageId, wish.targetPageId],
    ['asset_id', held.assetId, wish.assetId],
    ['label', held.label, wish.label?.trim()],
    ['next_step', held.nextStep, wish.nextStep?.trim()],
    ['next_step_on', held.nextStepOn, wish.nextStepOn],
    ['fields', JSON.stringify(held.fields), JSON.stringify(fields)],
  ];
  const changed = asked.filter(([, was, is]) => is !== undefined && is !== was);
  return Object.fromEntries(changed.map(([column, , is]) => [column, is]));
}
