import { Injectable } from '@nestjs/common';
import type { PitchOutcome, PitchStatus } from '../../../core/campaigns/pitch.js';
import { daysInStage, isStuck } from '../../../core/campaigns/standing.js';
import type { PlacementState } from '../../../core/placements/placement.js';
import { displayHost } from '../../../core/sites/site-key.js';
import { Database } from '../../../platform/database/database.js';
import type { Locale } from '../../../platform/i18n/catalogue.js';
import type { PitchMoments } from './pitch-conditions.js';
import { PitchFinder } from './pitch-finder.js';
import type { PitchRow } from './pitch-row.dto.js';
import { StageWords } from './stage-words.js';

/** A pitch as its table and its neighbours hold it. */
interface PitchRecord {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly kind: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly brandId: string;
  readonly siteId: string | null;
  readonly siteKey: string | null;
  readonly label: string;
  readonly stage: string;
  readonly stageSince: Date;
  readonly status: PitchStatus;
  readonly outcome: PitchOutcome | null;
  readonly lossReason: string | null;
  readonly assigneeMemberId: string | null;
  readonly assigneeName: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly contactCount: number;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly pausedUntil: string | null;
  readonly placementId: string | null;
  readonly placementState: PlacementState | null;
  readonly rechecking: boolean | null;
  readonly placementDueOn: string | null;
  readonly approvalStates: Record<string, string>;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
}

/** Each pitch and each neighbour is looked up by its index: under row-level security a join would read the whole workspace. */
const ROWS = `select p.id, p.campaign_id as "campaignId", c.name as "campaignName", p.kind, p.client_id as "clientId", l.name as "clientName",
    p.brand_id as "brandId", p.site_id as "siteId", s.site_key as "siteKey", p.label, p.stage, p.stage_since as "stageSince", p.status,
    p.outcome, p.loss_reason as "lossReason", p.assignee_member_id as "assigneeMemberId", m.name as "assigneeName",
    k.id as "contactId", k.name as "contactName", coalesce(k.n, 0)::int as "contactCount", p.next_step as "nextStep",
    p.next_step_on::text as "nextStepOn", p.paused_until::text as "pausedUntil", a.id as "placementId", a.state as "placementState",
    a.rechecking, a.due_on::text as "placementDueOn", p.approval_states as "approvalStates", p.revision, p.created_at as "createdAt",
    p.updated_at as "updatedAt", p.archived_at as "archivedAt"
  from unnest($1::uuid[]) with ordinality as w (id, no)
  cross join lateral (select * from pitches where id = w.id offset 0) p
  left join campaigns c on c.id = p.campaign_id
  left join clients l on l.id = p.client_id
  left join lateral (select site_key from sites where id = p.site_id offset 0) s on true
  left join members m on m.id = p.assignee_member_id
  left join lateral (
    select o.id, o.name, pc.n from (
      select contact_id, count(*) over () as n from pitch_contacts where pitch_id = p.id order by position, contact_id limit 1
    ) pc cross join lateral (select id, name from contacts where id = pc.contact_id offset 0) o
  ) k on true
  left join lateral (
    select id, state, rechecking, due_on from placements where pitch_id = p.id and archived_at is null
    order by state in ('ended', 'released', 'replaced'), created_at desc, id desc limit 1
  ) a on true
  order by w.no`;

/** Pitches as lists show them, in the open transaction. */
@Injectable()
export class PitchRows {
  constructor(
    private readonly database: Database,
    private readonly finder: PitchFinder,
    private readonly words: StageWords,
  ) {}

  /** Rows by their ids, in that order; those that do not exist are left out. */
  async byIds(ids: readonly string[], locale: Locale): Promise<PitchRow[]> {
    if (ids.length === 0) return [];
    const moments = await this.finder.moments();
    const found = await this.database.manager().query<PitchRecord[]>(ROWS, [ids]);
    return found.map((record) => this.rowOf(record, moments, locale));
  }

  private rowOf(record: PitchRecord, { now, today }: PitchMoments, locale: Locale): PitchRow {
    const {
      siteKey,
      contactId,
      contactName,
      placementId,
      placementState,
      placementDueOn,
      rechecking,
      ...row
    } = record;
    const isOpen = row.status !== 'closed';
    const words = this.words.of(row.kind, row.stage, locale);
    const isLate = (day: string | null): boolean => day !== null && day < today;
    const stageSince = row.stageSince.getTime();
    return {
      ...row,
      displayHost: siteKey === null ? null : displayHost(siteKey),
      stageName: words.name,
      daysInStage: daysInStage(stageSince, now.getTime()),
      isStuck: isStuck(
        {
          isOpen,
          isPaused: row.status === 'paused',
          stageSince,
          stuckAfterDays: words.stuckAfterDays,
          nextStepOn: row.nextStepOn,
        },
        { now: now.getTime(), today },
      ),
      contact: contactId === null ? null : { id: contactId, name: contactName ?? '' },
      nextStep: isOpen ? row.nextStep || words.nextStep : '',
      isOverdue: isOpen && isLate(row.nextStepOn),
      placement:
        placementId === null || placementState === null
          ? null
          : {
              id: placementId,
              state: placementState,
              rechecking: rechecking === true,
              isOverdue: placementState === 'awaited' && isLate(placementDueOn),
            },
    };
  }
}
