import { RequestInvalid } from '../../platform/http/validation.js';
import type { CampaignChange, NewCampaign } from './campaign.dto.js';
import type { CampaignWrite, HeldCampaign } from './campaigns.repository.js';

/** The columns a wish names, under their names in the database. */
export function columnsOf(wish: Partial<NewCampaign & CampaignChange>): CampaignWrite {
  const { budget } = wish;
  const plain: CampaignWrite = {
    name: wish.name?.trim(),
    status: wish.status,
    owner_member_id: wish.ownerMemberId,
    agreed_per_month: wish.agreedPerMonth,
    starts_on: wish.startsOn,
    ends_on: wish.endsOn,
    first_mails_per_week: wish.firstMailsPerWeek,
    on_conflict: wish.onConflict,
    on_exclusion: wish.onExclusion,
    approvals: wish.approvals,
    notes: wish.notes,
    ...(budget === undefined
      ? {}
      : { budget_minor: budget?.minor ?? null, currency: budget?.currency ?? null }),
  };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}

/** Of these columns those that would change the campaign. */
export function changedColumns(held: HeldCampaign, columns: CampaignWrite): CampaignWrite {
  const was: CampaignWrite = {
    name: held.name,
    status: held.status,
    owner_member_id: held.ownerMemberId,
    agreed_per_month: held.agreedPerMonth,
    budget_minor: held.budgetMinor,
    currency: held.currency,
    starts_on: held.startsOn,
    ends_on: held.endsOn,
    first_mails_per_week: held.firstMailsPerWeek,
    on_conflict: held.onConflict,
    on_exclusion: held.onExclusion,
    approvals: held.approvals,
    notes: held.notes,
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])),
  );
}

/** Refuses a campaign that would end before it starts. Days are YYYY-MM-DD. */
export function refuseBackwards(startsOn: string | null, endsOn: string | null): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw invalid('endsOn', 'before_start', 'must not be before the start');
}

/** A refusal that stands at one field of the form. */
export function invalid(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
