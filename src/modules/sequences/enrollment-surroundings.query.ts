import { Injectable } from '@nestjs/common';
import type { Ground } from '../../core/contacts/contact.js';
import type { MailWindow } from '../../core/sending/window.js';
import type { PlanWindows } from '../../core/sequences/plan.js';
import type { SentMail } from '../../core/sequences/thread.js';
import { Database } from '../../platform/database/database.js';
import type { VersionRules } from './sequences.repository.js';

/** A mailbox as an enrolment needs it. */
export interface SendingMailbox {
  readonly id: string;
  readonly address: string;
  readonly senderName: string;
  readonly signature: string;
  readonly state: 'active' | 'paused';
  readonly isArchived: boolean;
  readonly signIn: string;
  readonly historyState: string;
  readonly capPerDay: number;
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  readonly days: readonly number[];
  /** Empty: for every client. */
  readonly clientIds: readonly string[];
  /** Mails of it that wait. */
  readonly waiting: number;
}

/** Somebody a pitch may be written to. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly country: string | null;
  readonly ground: Ground | null;
  readonly hasEvidence: boolean;
  readonly objectedOn: string | null;
  readonly isErased: boolean;
  readonly isArchived: boolean;
  readonly isFormer: boolean;
  readonly isFormal: boolean;
  /** The address mail goes to: the main one, else the oldest that is usable. */
  readonly address: string | null;
  readonly addressKey: string | null;
  /** Whether there is one, though it bounced or cannot be. */
  readonly hasBadAddress: boolean;
  readonly isSuppressed: boolean;
  /** An enrolment of this pitch and contact that is under way. */
  readonly isEnrolled: boolean;
}

/** A pitch as an enrolment needs it. */
export interface EnrollablePitch {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string;
  readonly campaignStatus: string;
  readonly isCampaignArchived: boolean;
  readonly siteId: string | null;
  readonly siteKey: string | null;
  readonly label: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly status: string;
  readonly outcome: string | null;
  readonly isArchived: boolean;
  readonly assigneeMemberId: string | null;
  readonly isContacted: boolean;
  readonly recipients: readonly Recipient[];
}

const ADDRESS = `select a.address, a.address_key, a.status from contact_addresses a
  where a.contact_id = o.id and a.archived_at is null`;

const RECIPIENTS = `select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'language', o.language, 'zone', o.time_zone,
    'country', o.country, 'ground', o.ground, 'hasEvidence', coalesce(g.has_evidence, false),
    'objectedOn', (o.objected_at at time zone 'UTC')::date::text, 'isErased', o.erased_at is not null,
    'isArchived', o.archived_at is not null, 'isFormer', o.is_former, 'isFormal', o.form_of_address = 'formal',
    'address', a.address, 'addressKey', a.address_key, 'hasBadAddress', b.n > 0,
    'isSuppressed', a.address_key is not null and exists (select 1 from suppressions u
      where u.address_hash = sha256(convert_to(a.address_key, 'UTF8')) and u.lifted_at is null
        and (u.client_id is null or u.client_id = p.client_id)),
    'isEnrolled', exists (select 1 from enrollments e where e.pitch_id = p.id and e.contact_id = o.id
      and e.state in ('awaiting_approval', 'running', 'paused'))) order by pc.position, o.id)
  from pitch_contacts pc
  cross join lateral (select * from contacts where id = pc.contact_id offset 0) o
  left join lateral (${ADDRESS} and a.status not in ('invalid', 'bounced') order by a.is_main desc, a.created_at, a.id limit 1) a on true
  left join lateral (select count(*) as n from (${ADDRESS} and a.status in ('invalid', 'bounced')) x) b on true
  left join lateral (
    select (cg.evidence_url is not null or cg.evidence_text <> '') as has_evidence from contact_grounds cg
    where cg.contact_id = o.id and cg.withdrawn_at is null order by cg.recorded_at desc, cg.id desc limit 1
  ) g on true
  where pc.pitch_id = p.id`;

const PITCHES = `select p.id, p.client_id as "clientId", p.brand_id as "brandId", p.campaign_id as "campaignId", c.status as "campaignStatus",
    c.archived_at is not null as "isCampaignArchived", p.site_id as "siteId", s.site_key as "siteKey", p.label, p.kind, p.fields, p.status,
    p.outcome, p.archived_at is not null as "isArchived", p.assignee_member_id as "assigneeMemberId",
    p.first_contacted_at is not null as "isContacted", coalesce((${RECIPIENTS}), '[]') as recipients
  from unnest($1::uuid[]) with ordinality as w (id, no)
  cross join lateral (select * from pitches where pitches.id = w.id offset 0) p
  join campaigns c on c.id = p.campaign_id
  left join sites s on s.id = p.site_id
  order by w.no`;

const MAILBOX = `select m.id, m.address, m.sender_name as "senderName", m.signature, m.state, m.archived_at is not null as "isArchived",
    m.sign_in as "signIn", m.history_state as "historyState", m.cap_per_day as "capPerDay", m.time_zone as zone, m.window_from::text as from,
    m.window_until::text as until, m.work_days as days,
    array(select client_id from mailbox_clients k where k.mailbox_id = m.id) as "clientIds",
    (select count(*)::int from outbound_messages o where o.mailbox_id = m.id and o.state in ('ready', 'deferred')) as waiting
  from mailboxes m where m.id = $1`;

/** What stands around enrolments: mailboxes, pitches with their contacts, mails that left. Everything in the open transaction. */
@Injectable()
export class EnrollmentSurroundings {
  constructor(private readonly database: Database) {}

  async mailbox(id: string): Promise<SendingMailbox | null> {
    return (await this.query<SendingMailbox>(MAILBOX, [id]))[0] ?? null;
  }

  /** Those of these pitches that are to be seen, in this order, with all their contacts. */
  pitches(ids: readonly string[]): Promise<EnrollablePitch[]> {
    return this.query(PITCHES, [ids]);
  }

  async pitch(id: string): Promise<EnrollablePitch | null> {
    return (await this.pitches([id]))[0] ?? null;
  }

  /** Holds pitches while they are enrolled, in the order of their ids. */
  async lockPitches(ids: readonly string[]): Promise<{ id: string }[]> {
    return this.query('select id from pitches where id = any ($1::uuid[]) order by id for no key update', [
      ids,
    ]);
  }

  /** Mails of an enrolment that left, in the order of its steps. */
  sent(enrollmentId: string): Promise<SentMail[]> {
    return this.query(
      `select message_id as "messageId", subject from outbound_messages where enrollment_id = $1 and state in ('sent', 'in_doubt', 'unknown')
       order by step_no, generation`,
      [enrollmentId],
    );
  }

  /** The state a mail has now, or null. */
  async mailState(outboundId: string): Promise<string | null> {
    const rows = await this.query<{ state: string }>('select state from outbound_messages where id = $1', [
      outboundId,
    ]);
    return rows[0]?.state ?? null;
  }

  /** The present version of a template. */
  async templateVersion(templateId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select v.id from templates t join template_versions v on v.template_id = t.id and v.no = t.version_no where t.id = $1`,
      [templateId],
    );
    return rows[0]?.id ?? null;
  }

  async campaignStatus(id: string): Promise<string | null> {
    const rows = await this.query<{ status: string }>('select status from campaigns where id = $1', [id]);
    return rows[0]?.status ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** The hours mails of an enrolment may leave in. */
export function windowsOf(
  mailbox: SendingMailbox,
  rules: VersionRules,
  recipientZone: string | null,
): { readonly mailbox: MailWindow; readonly recipient: MailWindow } & PlanWindows {
  const zone = rules.inRecipientZone ? (recipientZone ?? mailbox.zone) : mailbox.zone;
  return {
    mailbox: { zone: mailbox.zone, from: mailbox.from, until: mailbox.until, days: mailbox.days },
    recipient: { zone, from: rules.windowFrom, until: rules.windowUntil, days: rules.workDays },
  };
}
