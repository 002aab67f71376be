import { Injectable } from '@nestjs/common';
import { displayHost } from '../../../core/sites/site-key.js';
import { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.js';
import type { Locale } from '../../../platform/i18n/catalogue.js';
import type { PitchMoments } from './pitch-conditions.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { PitchFinder } from './pitch-finder.js';
import type { CalendarItem, CalendarWhat } from './pitch-row.dto.js';
import { StageWords } from './stage-words.js';

/** Things of one sort that a calendar shows at most. */
const MOST = 1000;

/** The days a calendar shows, the first and the last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Something on a day, before its words. */
interface Found {
  readonly on: string;
  readonly what: CalendarWhat;
  readonly kind: string | null;
  readonly stage: string | null;
  readonly field: string | null;
  readonly title: string;
  readonly pitchId: string | null;
  readonly taskId: string | null;
  readonly placementId: string | null;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly siteKey: string | null;
  readonly label: string | null;
  readonly assigneeName: string | null;
}

type Dated = CalendarItem & { readonly on: string };

const OF_PITCH = `p.kind, p.stage, p.id as "pitchId", null::uuid as "taskId", p.campaign_id as "campaignId", c.name as "campaignName",
  s.site_key as "siteKey", p.label, m.name as "assigneeName"`;
const AROUND_PITCH = `left join campaigns c on c.id = p.campaign_id
  left join lateral (select site_key from sites where id = p.site_id offset 0) s on true
  left join members m on m.id = p.assignee_member_id`;

/** What stands on the days of a calendar, in the open transaction. */
@Injectable()
export class PitchCalendars {
  constructor(
    private readonly database: Database,
    private readonly finder: PitchFinder,
    private readonly words: StageWords,
  ) {}

  /** Everything on these days, by day; `isComplete` is false when there is more of one sort than a calendar shows. */
  async items(
    filter: PitchFilter,
    days: Days,
    locale: Locale,
  ): Promise<{ items: Dated[]; isComplete: boolean }> {
    const moments = await this.finder.moments();
    const sorts = [
      await this.nextSteps(filter, days, moments),
      await this.ownDates(filter, days, moments),
      await this.placements(filter, days, moments),
      await this.tasks(filter, days, moments),
      await this.ends(filter, days),
    ];
    const found = sorts.flatMap((sort) => sort.slice(0, MOST));
    found.sort((one, other) => one.on.localeCompare(other.on) || one.what.localeCompare(other.what));
    return {
      items: found.map((one) => this.item(one, moments.today, locale)),
      isComplete: sorts.every((sort) => sort.length <= MOST),
    };
  }

  private item(found: Found, today: string, locale: Locale): Dated {
    const { kind, stage, field, siteKey, label, ...item } = found;
    return {
      ...item,
      title: this.title(found, locale),
      about: siteKey === null ? label : displayHost(siteKey),
      isOverdue: item.what !== 'end' && item.on < today,
    };
  }

  private title({ what, title, kind, stage, field }: Found, locale: Locale): string {
    if (kind === null) return title;
    if (field !== null) return this.words.fieldName(kind, field, locale);
    if (what === 'next_step' && title === '') return this.words.of(kind, stage ?? '', locale).nextStep;
    return title;
  }

  private async nextSteps(filter: PitchFilter, days: Days, moments: PitchMoments): Promise<Found[]> {
    const all = await this.finder.conditions(filter, moments);
    all.add(`p.status <> 'closed'`);
    between(all, 'p.next_step_on', days);
    return this.query(
      `select p.next_step_on::text as "on", 'next_step' as what, null::text as field, p.next_step as title, null::uuid as "placementId", ${OF_PITCH}
       from (select * from pitches p where ${all.where} order by p.next_step_on, p.id limit ${MOST + 1}) p ${AROUND_PITCH}`,
      all.values,
    );
  }

  /** Dates among the kinds' own fields: deadlines, days a draft is due. */
  private async ownDates(filter: PitchFilter, days: Days, moments: PitchMoments): Promise<Found[]> {
    const fields = this.words.calendarFields();
    const all = await this.finder.conditions(filter, moments);
    const [kinds, keys, whats] = (['kind', 'key', 'what'] as const).map((part) =>
      all.value(fields.map((field) => field[part])),
    );
    all
      .add(`p.status <> 'closed'`)
      .add(`p.fields ->> f.key >= $`, days.from)
      .add(`p.fields ->> f.key <= $`, days.to);
    return this.query(
      `select p.day as "on", p.what, p.key as field, '' as title, null::uuid as "placementId", ${OF_PITCH}
       from (
         select p.*, p.fields ->> f.key as day, f.what, f.key
         from unnest(${kinds}::text[], ${keys}::text[], ${whats}::text[]) as f (kind, key, what) join pitches p on p.kind = f.kind
         where ${all.where} order by day, p.id limit ${MOST + 1}) p ${AROUND_PITCH}`,
      all.values,
    );
  }

  /** Placements awaited from these pitches, and agreed terms that end. */
  private async placements(filter: PitchFilter, days: Days, moments: PitchMoments): Promise<Found[]> {
    const all = await this.finder.conditions(filter, moments);
    const [from, to] = [all.value(days.from), all.value(days.to)];
    const due = `a.state = 'awaited' and a.due_on between ${from}::date and ${to}::date`;
    const end = `a.state not in ('ended', 'released', 'replaced') and a.duration_until between ${from}::date and ${to}::date`;
    return this.query(
      `select (case when ${due} then a.due_on else a.duration_until end)::text as "on", case when ${due} then 'due' else 'end' end as what,
         null::text as field, '' as title, a.id as "placementId", ${OF_PITCH}
       from placements a cross join lateral (select * from pitches p where p.id = a.pitch_id and ${all.where} offset 0) p ${AROUND_PITCH}
       where a.pitch_id is not null and a.archived_at is null and (${due} or ${end}) order by 1, a.id limit ${MOST + 1}`,
      all.values,
    );
  }

  /** Open tasks: those of these pitches, or, while nothing is asked that only pitches have, those of the campaign, client or site. */
  private async tasks(filter: PitchFilter, days: Days, moments: PitchMoments): Promise<Found[]> {
    const {
      campaignId: _,
      clientId: __,
      siteId: ___,
      assigneeMemberId: ____,
      archived: _____,
      ...ofPitches
    } = filter;
    // A filter that came over HTTP has all its keys, those that were not asked without a value.
    const isOfPitches = JSON.stringify(ofPitches) !== '{}';
    const all = isOfPitches
      ? await this.finder.conditions(withoutAssignee(filter), moments)
      : new Conditions();
    const own = ['t.done_at is null and t.archived_at is null', ...taskConditions(all, filter, days)];
    if (isOfPitches) own.push(`t.pitch_id in (select p.id from pitches p where ${all.where})`);
    return this.query(
      `select t.due_on::text as "on", 'task' as what, null::text as kind, null::text as stage, null::text as field, t.title, t.pitch_id as "pitchId",
         t.id as "taskId", t.placement_id as "placementId", t.campaign_id as "campaignId", c.name as "campaignName", s.site_key as "siteKey",
         null::text as label, m.name as "assigneeName"
       from (select * from tasks t where ${own.join(' and ')} order by t.due_on, t.id limit ${MOST + 1}) t
       left join campaigns c on c.id = t.campaign_id
       left join lateral (select site_key from sites where id = t.site_id offset 0) s on true
       left join members m on m.id = t.assignee_member_id`,
      all.values,
    );
  }

  /** Campaigns that end. */
  private ends({ campaignId, clientId, brandId, kind }: PitchFilter, days: Days): Promise<Found[]> {
    const all = new Conditions();
    all.add('c.archived_at is null');
    between(all, 'c.ends_on', days);
    if (campaignId !== undefined) all.add('c.id = $', campaignId);
    if (clientId !== undefined) all.add('c.client_id = $', clientId);
    if (brandId !== undefined) all.add('c.brand_id = $', brandId);
    if (kind !== undefined) all.add('c.kind = $', kind);
    return this.query(
      `select c.ends_on::text as "on", 'end' as what, null::text as kind, null::text as stage, null::text as field, '' as title,
         null::uuid as "pitchId", null::uuid as "taskId", null::uuid as "placementId", c.id as "campaignId", c.name as "campaignName",
         null::text as "siteKey", null::text as label, null::text as "assigneeName"
       from campaigns c where ${all.where} order by c.ends_on, c.id limit ${MOST + 1}`,
      all.values,
    );
  }

  private query(sql: string, values: unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, values);
  }
}

function between(all: Conditions, column: string, { from, to }: Days): void {
  all.add(`${column} >= $::date`, from).add(`${column} <= $::date`, to);
}

/** The conditions on tasks themselves, their values beside those of `all`. */
function taskConditions(
  all: Conditions,
  { assigneeMemberId, clientId, siteId, campaignId }: PitchFilter,
  { from, to }: Days,
): string[] {
  const parts = [`t.due_on between ${all.value(from)}::date and ${all.value(to)}::date`];
  if (assigneeMemberId === 'none') parts.push('t.assignee_member_id is null');
  else if (assigneeMemberId !== undefined)
    parts.push(`t.assignee_member_id = ${all.value(assigneeMemberId)}::uuid`);
  if (clientId !== undefined) parts.push(`t.client_id = ${all.value(clientId)}`);
  if (siteId !== undefined) parts.push(`t.site_id = ${all.value(siteId)}`);
  if (campaignId !== undefined) {
    const place = all.value(campaignId);
    parts.push(
      `(t.campaign_id = ${place} or t.pitch_id in (select id from pitches where campaign_id = ${place}))`,
    );
  }
  return parts;
}

function withoutAssignee({ assigneeMemberId: _, ...rest }: PitchFilter): PitchFilter {
  return rest;
}
