import type { KindLocale } from '../campaigns/kind.js';
import type { PlacementType } from '../placements/placement.js';
import type { Figure } from './authority.js';
import type { Month } from './month.js';
import {
  isDelivered,
  isUnknown,
  type ReportedPlacement,
  SECTIONS,
  type Section,
  type Standing,
  sectionOf,
  standingOf,
} from './standing.js';

/** One link of a report: what a client may know of it, and nothing else. Moments are ISO texts. */
export interface ReportLink {
  readonly section: Section;
  readonly brand: string;
  readonly campaign: string | null;
  readonly type: PlacementType;
  readonly sourceUrl: string | null;
  readonly site: string;
  readonly targetUrl: string;
  /** As the last look that could tell saw them. */
  readonly anchor: string | null;
  readonly rel: string | null;
  readonly authority: Figure | null;
  readonly standing: Standing;
  readonly since: string;
  readonly deliveredAt: string | null;
  readonly checkedAt: string | null;
  readonly lastSeenAt: string | null;
  /** When the kept proof of the link, as it stands there, was taken. */
  readonly proofAt: string | null;
  readonly dueOn: string | null;
  readonly isReplacement: boolean;
  /** Where the link that stands in for this one is. */
  readonly replacedByUrl: string | null;
}

/** What was agreed to deliver in the month, and what was. */
export interface ReportGoal {
  readonly brand: string;
  readonly campaign: string | null;
  readonly agreed: number | null;
  readonly delivered: number;
}

export interface ReportTotals {
  readonly delivered: number;
  /** Null where nothing was agreed. */
  readonly agreed: number | null;
  readonly kept: number;
  readonly lost: number;
  readonly replaced: number;
  readonly ended: number;
  readonly awaited: number;
  /** Of those delivered and kept, links nobody could tell about. */
  readonly unknown: number;
}

/** A file kept by its SHA-256. */
export interface ReportLogo {
  readonly sha256: string;
  readonly type: string;
}

/** All a report says. Once sent it is kept as it is, names and logo included. */
export interface ReportContent {
  readonly form: 1;
  readonly locale: KindLocale;
  readonly timeZone: string;
  /** YYYY-MM-01 */
  readonly month: string;
  readonly client: string;
  readonly team: string;
  readonly logo: ReportLogo | null;
  readonly madeAt: string;
  readonly comment: string;
  /** The report of the same month that this one replaces. */
  readonly replaces: { readonly sentAt: string } | null;
  readonly goals: readonly ReportGoal[];
  readonly totals: ReportTotals;
  readonly links: readonly ReportLink[];
}

/** A placement with all that a report reads of it. */
export interface ReportFacts
  extends ReportedPlacement,
    Omit<ReportLink, 'section' | 'standing' | 'isReplacement' | 'checkedAt'> {
  readonly brandId: string;
  readonly campaignId: string | null;
}

/** A campaign with what was agreed to deliver each month. */
export interface AgreedGoal {
  readonly brandId: string;
  readonly brand: string;
  readonly campaignId: string;
  readonly campaign: string;
  readonly agreed: number | null;
}

/** What a report says besides its links. */
export type ReportFrame = Pick<
  ReportContent,
  'locale' | 'timeZone' | 'client' | 'team' | 'logo' | 'madeAt' | 'comment' | 'replaces'
>;

/** Puts a month's report together: each link in its part, by brand and site, with goals and totals. */
export function reportContent(
  frame: ReportFrame,
  month: Month,
  { placements, agreed }: { placements: readonly ReportFacts[]; agreed: readonly AgreedGoal[] },
): ReportContent {
  const links = placements.flatMap((facts) => linkOf(facts, month)).sort(byPlace);
  const delivered = placements.filter((facts) => isDelivered(facts, month));
  const goals = goalsOf(agreed, delivered);
  return { form: 1, ...frame, month: month.firstDay, goals, totals: totalsOf(goals, links), links };
}

function linkOf(facts: ReportFacts, month: Month): ReportLink[] {
  const section = sectionOf(facts, month);
  if (section === null) return [];
  return [{ section, ...shownOf(facts) }];
}

/** What a client may know of a placement now, whatever the month. */
export function shownOf(facts: ReportFacts): Omit<ReportLink, 'section'> {
  const { brand, campaign, type, sourceUrl, site, targetUrl, anchor, rel, authority, since, deliveredAt } =
    facts;
  const { lastSeenAt, proofAt, dueOn, isReplacement, replacedByUrl } = facts;
  return {
    ...{ brand, campaign, type, sourceUrl, site, targetUrl, anchor, rel, authority },
    ...{ standing: standingOf(facts), since, deliveredAt },
    checkedAt: facts.checkedAt === null ? null : new Date(facts.checkedAt).toISOString(),
    ...{ lastSeenAt, proofAt, dueOn, isReplacement, replacedByUrl },
  };
}

function byPlace(one: ReportLink, other: ReportLink): number {
  return (
    SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) ||
    compare(one.brand, other.brand) ||
    compare(one.site, other.site) ||
    compare(one.sourceUrl ?? '', other.sourceUrl ?? '') ||
    compare(one.targetUrl, other.targetUrl)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Each campaign with a number agreed or something delivered; what was delivered outside of these is summed by brand. */
function goalsOf(agreed: readonly AgreedGoal[], delivered: readonly ReportFacts[]): ReportGoal[] {
  const goals = agreed.map(({ brand, campaign, campaignId, agreed: count }) => ({
    brand,
    campaign,
    agreed: count,
    delivered: delivered.filter((facts) => facts.campaignId === campaignId).length,
  }));
  const known = new Set(agreed.map(({ campaignId }) => campaignId));
  const others = delivered.filter(({ campaignId }) => campaignId === null || !known.has(campaignId));
  const brands = [...new Set(others.map(({ brand }) => brand))].sort(compare);
  const loose = brands.map((brand) => ({
    brand,
    campaign: null,
    agreed: null,
    delivered: others.filter((facts) => facts.brand === brand).length,
  }));
  return [...goals.filter((goal) => goal.agreed !== null || goal.delivered > 0), ...loose];
}

function totalsOf(goals: readonly ReportGoal[], links: readonly ReportLink[]): ReportTotals {
  const count = (section: Section) => links.filter((link) => link.section === section).length;
  const numbers = goals.flatMap(({ agreed }) => (agreed === null ? [] : [agreed]));
  const present = links.filter(({ section }) => section === 'delivered' || section === 'kept');
  return {
    delivered: goals.reduce((sum, goal) => sum + goal.delivered, 0),
    agreed: numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0),
    kept: count('kept'),
    lost: count('lost'),
    replaced: count('replaced'),
    ended: count('ended'),
    awaited: count('awaited'),
    unknown: present.filter(({ standing }) => isUnknown(standing)).length,
  };
}
