import { minorOf } from '../../../i18n/money.js';
import type {
  ApprovalSubject,
  CampaignDetail,
  CampaignKind,
  CampaignStatus,
  CampaignTargetPageWish,
  Guard,
} from '../campaign-views.js';

/** A target page as the form holds it. */
export interface PageDraft {
  readonly targetPageId: string;
  readonly ownerMemberId: string | null;
  readonly goal: string;
  readonly nextAction: string;
  readonly nextActionOn: string;
}

/** A campaign as its form holds it: what was typed, before it is read. */
export interface CampaignDraft extends Record<string, unknown> {
  name: string;
  brandId: string | null;
  status: CampaignStatus;
  ownerMemberId: string | null;
  agreedPerMonth: number | '';
  budget: string;
  currency: string;
  startsOn: string;
  endsOn: string;
  firstMailsPerWeek: number | '';
  onConflict: Guard;
  onExclusion: Guard;
  approvals: ApprovalSubject[];
  notes: string;
  memberIds: string[];
  pages: PageDraft[];
}

/** What a client is asked to approve in campaigns of a kind: all that its stages wait for. */
export function approvalsOf(kind: Pick<CampaignKind, 'stages'>): ApprovalSubject[] {
  return [
    ...new Set(kind.stages.flatMap(({ needsApproval }) => (needsApproval === null ? [] : [needsApproval]))),
  ];
}

/** Whether a kind writes to people who did not ask for it: then a limit of first mails makes sense. */
export function isCold(kind: Pick<CampaignKind, 'sequence'>): boolean {
  return kind.sequence.length > 0;
}

interface Ground {
  readonly memberId: string;
  readonly brandId: string | null;
  readonly today: string;
}

/** What a new campaign begins with: what fits its kind, ready to be changed. */
export function freshDraft(kind: CampaignKind, { memberId, brandId, today }: Ground): CampaignDraft {
  return {
    name: '',
    brandId,
    status: 'running',
    ownerMemberId: memberId,
    agreedPerMonth: '',
    budget: '',
    currency: 'EUR',
    startsOn: today,
    endsOn: '',
    firstMailsPerWeek: isCold(kind) ? 50 : '',
    onConflict: 'warn',
    onExclusion: 'block',
    approvals: [],
    notes: '',
    memberIds: [memberId],
    pages: [],
  };
}

/** A campaign as its form shows it. `amount` writes minor units as a person types them. */
export function draftOf(
  campaign: CampaignDetail,
  amount: (minor: number, currency: string) => string,
): CampaignDraft {
  const { budget } = campaign;
  return {
    name: campaign.name,
    brandId: campaign.brandId,
    status: campaign.status,
    ownerMemberId: campaign.ownerMemberId,
    agreedPerMonth: campaign.agreedPerMonth ?? '',
    budget: budget === null ? '' : amount(budget.minor, budget.currency),
    currency: budget?.currency ?? 'EUR',
    startsOn: campaign.startsOn ?? '',
    endsOn: campaign.endsOn ?? '',
    firstMailsPerWeek: campaign.firstMailsPerWeek ?? '',
    onConflict: campaign.onConflict,
    onExclusion: campaign.onExclusion,
    approvals: [...campaign.approvals],
    notes: campaign.notes,
    memberIds: campaign.members.map(({ memberId }) => memberId),
    pages: campaign.targetPages.map((page) => ({
      targetPageId: page.targetPageId,
      ownerMemberId: page.ownerMemberId,
      goal: page.goal,
      nextAction: page.nextAction,
      nextActionOn: page.nextActionOn ?? '',
    })),
  };
}

/** What new campaigns and changes of them have in common, as the API takes it. */
export function wishOf(draft: CampaignDraft) {
  const minor = draft.budget.trim() === '' ? null : minorOf(draft.budget, draft.currency);
  const orNull = <Value>(value: Value | '') => (value === '' ? null : value);
  return {
    name: draft.name.trim(),
    status: draft.status,
    ownerMemberId: draft.ownerMemberId,
    agreedPerMonth: orNull(draft.agreedPerMonth),
    budget: minor === null ? null : { minor, currency: draft.currency },
    startsOn: orNull(draft.startsOn),
    endsOn: orNull(draft.endsOn),
    firstMailsPerWeek: orNull(draft.firstMailsPerWeek),
    onConflict: draft.onConflict,
    onExclusion: draft.onExclusion,
    approvals: draft.approvals,
    notes: draft.notes,
  };
}

/** The target pages as the API takes them. */
export function pagesOf(draft: CampaignDraft): CampaignTargetPageWish[] {
  return draft.pages.map(({ nextActionOn, ...page }) => ({
    ...page,
    goal: page.goal.trim(),
    nextAction: page.nextAction.trim(),
    nextActionOn: nextActionOn === '' ? null : nextActionOn,
  }));
}
