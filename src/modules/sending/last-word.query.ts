import { Injectable } from '@nestjs/common';
import type { FirstMail } from '../../core/sending/caps.js';
import type { PolledFolder, SinceFacts } from '../../core/sending/last-word-facts.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import type {
  ContactStanding,
  EnrollmentRow,
  MailboxRow,
  MailRow,
  RecipientStanding,
} from './last-word-rows.js';

const MAIL = `select o.id, o.kind, o.state, o.attempt, o.is_first as "isFirst", o.is_cold as "isCold", o.message_id as "messageId",
    o.client_id as "clientId", o.mailbox_id as "mailboxId", o.enrollment_id as "enrollmentId", o.step_no as "stepNo", o.generation,
    o.pitch_id as "pitchId", o.campaign_id as "campaignId", o.site_id as "siteId", o.contact_id as "contactId",
    o.conversation_id as "conversationId", o.member_id as "memberId", m.name as "memberName", o.from_name as "fromName",
    o.to_address_key as "addressKey", o.to_domain as "toDomain", o.subject, o.body_text as text, o.unsubscribe_url as "unsubscribeUrl",
    o.claimed_at as "claimedAt", o.window_zone as "windowZone", o.window_from::text as "windowFrom", o.window_until::text as "windowUntil",
    o.work_days as "workDays", p.status as "pitchStatus", p.archived_at is not null as "isPitchArchived", c.brand_id as "brandId",
    c.first_mails_per_week as "campaignLimit", w.time_zone as "workspaceZone", w.settings
  from outbound_messages o join workspaces w on w.id = o.workspace_id
  left join pitches p on p.id = o.pitch_id left join campaigns c on c.id = o.campaign_id left join members m on m.id = o.member_id
  where o.id = $1`;

const MAILBOX = `select id, state, pause_code as "pauseCode", archived_at is not null as "isArchived", sign_in as "signIn",
    sender_name as "senderName", history_state as "historyState", time_zone as zone, window_from::text as from, window_until::text as until,
    work_days as days, cap_per_day as "capPerDay", gap_seconds as "gapSeconds", gap_jitter_seconds as "jitterSeconds",
    ramp_from as "rampFrom", ramp_step as "rampStep", ramp_started_on::text as "rampStartedOn", next_slot_at as "nextSlotAt",
    array(select client_id from mailbox_clients mc where mc.mailbox_id = mailboxes.id) as "clientIds"
  from mailboxes where id = $1`;

/** Mails that left, or may have: what caps count. */
const LEFT = `('claimed', 'in_doubt', 'sent', 'unknown')`;

/** Everything the last word reads, in the open transaction. Enrolment before mailbox before mail: whoever stops a mail locks in that order. */
@Injectable()
export class LastWordQuery {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionsService,
  ) {}

  async mail(id: string): Promise<MailRow | null> {
    return this.first(MAIL, [id]);
  }

  lockEnrollment(id: string): Promise<EnrollmentRow | null> {
    return this.first(
      `select state, state_code as "stateCode", state_since as "stateSince", next_step_no as "nextStepNo", generation
       from enrollments where id = $1 for update`,
      [id],
    );
  }

  /** `update` for a claim, which counts; `share` for a look that only must not be overtaken by a pause. */
  lockMailbox(id: string, mode: 'update' | 'share'): Promise<MailboxRow | null> {
    return this.first(`${MAILBOX} for ${mode}`, [id]);
  }

  /** One mail at a time to a recipient's site, to a person and for a campaign's week: their caps are counted in many rows. */
  async lockCaps(keys: readonly string[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    for (const key of keys)
      await this.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${workspaceId}|${key}`]);
  }

  async sending(): Promise<{ isPaused: boolean; pauseCode: string | null }> {
    const row = await this.first<{ isPaused: boolean; pauseCode: string | null }>(
      'select is_paused as "isPaused", pause_code as "pauseCode" from sending_control',
      [],
    );
    return row ?? { isPaused: true, pauseCode: null };
  }

  contact(id: string): Promise<ContactStanding | null> {
    return this.first(
      `select c.country, c.ground, coalesce(g.has_evidence, false) as "hasEvidence", c.objected_at as "objectedAt",
         c.erased_at is not null as "isErased", c.archived_at is not null as "isArchived"
       from contacts c left join lateral (
         select (cg.evidence_url is not null or cg.evidence_text <> '') as has_evidence from contact_grounds cg
         where cg.contact_id = c.id and cg.withdrawn_at is null order by cg.recorded_at desc, cg.id desc limit 1
       ) g on true where c.id = $1`,
      [id],
    );
  }

  /** What is known of the address, the site and the thread: see `RecipientFacts`. */
  async recipient(mail: MailRow): Promise<RecipientStanding> {
    // The list, the site the address is at, and what only the log outside of the database knows of.
    const held = await this.suppressions.held(mail);
    const [address, site] = held === null ? [null, null] : await this.listed(mail);
    const known = await this.first<{ status: string; finding: string | null }>(
      `select status, finding_code as finding from contact_addresses where address_key = $1 and archived_at is null`,
      [mail.addressKey],
    );
    const excluded = await this.rows(
      'select 1 from client_exclusions where site_id = $1 and client_id = $2 limit 1',
      [mail.siteId, mail.clientId],
    );
    const listed = address ?? site;
    return {
      suppression: address?.reason ?? reasonOf(held, 'address'),
      siteSuppression: site?.reason ?? reasonOf(held, 'site'),
      mayBeAnsweredOnce: listed !== null && (await this.mayBeAnsweredOnce(mail, listed)),
      hasNullMx: known?.finding === 'null_mx',
      hasBounced: known?.status === 'bounced',
      isExcluded: excluded.length > 0,
    };
  }

  /** What came in from the person, their address or their site since the enrolment runs. */
  async since(mail: MailRow, at: Date): Promise<SinceFacts> {
    const row = await this.first<SinceFacts>(
      `select coalesce(bool_or(x.kind = 'reply' and (x.is_theirs or x.is_of_thread)), false) as replied,
         coalesce(bool_or(x.kind = 'reply'), false) as "colleagueReplied",
         coalesce(bool_or(x.kind = 'bounce' and x.is_permanent), false) as bounced,
         coalesce(bool_or(x.kind in ('unsubscribe', 'complaint') or x.opt_out = 'clear'), false) as "optedOut"
       from (${RECEIVED}) x`,
      [mail.addressKey, at, mail.enrollmentId, mail.contactId, mail.siteId],
    );
    return row ?? { replied: false, colleagueReplied: false, bounced: false, optedOut: false };
  }

  folders(mailboxId: string): Promise<PolledFolder[]> {
    return this.rows(
      `select special_use as use, (extract(epoch from polled_from) * 1000)::float8 as "polledFrom",
         (extract(epoch from polled_until) * 1000)::float8 as "polledUntil", error_code as "errorCode"
       from mailbox_folders where mailbox_id = $1 and special_use in ('inbox', 'junk')`,
      [mailboxId],
    );
  }

  async sentOn(mailboxId: string, day: string): Promise<number> {
    const row = await this.first<{ mails: number }>(
      'select mails from mailbox_days where mailbox_id = $1 and day = $2',
      [mailboxId, day],
    );
    return row?.mails ?? 0;
  }

  /** First cold mails to the site or to its domain since a moment, this one not among them. */
  firstMails(mail: MailRow, isShared: boolean, since: Date): Promise<FirstMail[]> {
    const columns = `(extract(epoch from claimed_at) * 1000)::float8 as at, to_address_key as "addressKey"`;
    const which = `claimed_at > $2 and is_first and is_cold and state in ${LEFT} and id <> $3`;
    return this.rows(
      `select ${columns} from outbound_messages where to_domain = $1 and not $4::boolean and ${which}
       union select ${columns} from outbound_messages where site_id = $5 and ${which}`,
      [mail.toDomain, since, mail.id, isShared, mail.siteId],
    );
  }

  async personMails(mail: MailRow, since: Date): Promise<number[]> {
    const rows = await this.rows<{ at: number }>(
      `select (extract(epoch from claimed_at) * 1000)::float8 as at from outbound_messages
       where to_address_key = $1 and claimed_at > $2 and kind = 'sequence' and state in ${LEFT} and id <> $3`,
      [mail.addressKey, since, mail.id],
    );
    return rows.map(({ at }) => at);
  }

  async campaignMails(mail: MailRow, from: Date): Promise<number> {
    const row = await this.first<{ used: number }>(
      `select count(*)::int as used from outbound_messages
       where campaign_id = $1 and claimed_at >= $2 and is_first and state in ${LEFT} and id <> $3`,
      [mail.campaignId, from, mail.id],
    );
    return row?.used ?? 0;
  }

  /** Codes a manager let pass for this mail or an earlier one of its enrolment. */
  async overridden(mail: MailRow): Promise<string[]> {
    const rows = await this.rows<{ code: string }>(
      `select distinct c.code from outbound_messages o
       cross join lateral jsonb_array_elements_text(
         case when jsonb_typeof(o.hold_params -> 'overridden') = 'array' then o.hold_params -> 'overridden' else '[]' end) c (code)
       where o.id = $1 or o.enrollment_id = $2`,
      [mail.id, mail.enrollmentId],
    );
    return rows.map(({ code }) => code);
  }

  /** Whether a manager let the conflict pass when the pitch was added. */
  async isReleased(pitchId: string): Promise<boolean> {
    const rows = await this.rows(
      `select 1 from event_subjects s join events e on e.id = s.event_id
       where s.subject_kind = 'pitch' and s.subject_id = $1 and e.kind = 'pitch.added' and e.params -> 'isReleased' = 'true' limit 1`,
      [pitchId],
    );
    return rows.length > 0;
  }

  private async listed(mail: MailRow): Promise<readonly [Suppression | null, Suppression | null]> {
    return [await this.suppression(mail), await this.siteSuppression(mail)];
  }

  private suppression(mail: MailRow): Promise<Suppression | null> {
    return this.first(
      `select reason, created_at as "createdAt", source_id as "sourceId" from suppressions
       where address_hash = $1 and lifted_at is null and (client_id is null or client_id = $2) order by created_at desc limit 1`,
      [sha256(mail.addressKey), mail.clientId],
    );
  }

  private siteSuppression(mail: MailRow): Promise<Suppression | null> {
    return this.first(
      `select reason, created_at as "createdAt", source_id as "sourceId" from suppressions
       where site_id = $1 and lifted_at is null and (client_id is null or client_id = $2) order by created_at desc limit 1`,
      [mail.siteId, mail.clientId],
    );
  }

  /** They wrote in this thread after the suppression, or it came of what they wrote, and no answer has left since. */
  private async mayBeAnsweredOnce(mail: MailRow, suppression: Suppression): Promise<boolean> {
    if (mail.kind !== 'reply' || mail.conversationId === null) return false;
    const rows = await this.rows(
      `select 1 from inbound_messages i
       where i.conversation_id = $1 and i.from_address_key = $2 and (i.created_at >= $3 or i.id = $4)
         and coalesce(i.corrected_kind, i.kind) not in ('bounce', 'own')
         and not exists (select 1 from outbound_messages o where o.conversation_id = i.conversation_id and o.id <> $5
           and o.claimed_at >= i.created_at and o.state in ${LEFT}) limit 1`,
      [mail.conversationId, mail.addressKey, suppression.createdAt, suppression.sourceId, mail.id],
    );
    return rows.length > 0;
  }

  private async first<Row>(sql: string, values: unknown[]): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** What only the log outside of the database, or the address's own site, says. */
function reasonOf(held: { of: string; reason: string } | null, of: 'address' | 'site'): string | null {
  return held?.of === of ? held.reason : null;
}

interface Suppression {
  readonly reason: string;
  readonly createdAt: Date;
  readonly sourceId: string | null;
}

const RECEIVED_COLUMNS = `coalesce(i.corrected_kind, i.kind) as kind, i.from_address_key = $1 as is_theirs,
  i.opt_out ->> 'answer' as opt_out,
  exists (select 1 from jsonb_array_elements(i.recipients) r
    where r -> 'permanent' = 'true' and (lower(r ->> 'address') = $1 or r ->> 'address' is null)) as is_permanent,
  exists (select 1 from outbound_messages o where o.id = i.outbound_id and o.enrollment_id = $3) as is_of_thread`;

/** From the person's address; to a mail of this enrolment; in a conversation with the person or the site. */
const RECEIVED = `
  select ${RECEIVED_COLUMNS} from inbound_messages i where i.from_address_key = $1 and i.created_at > $2
  union all
  select ${RECEIVED_COLUMNS} from inbound_messages i join outbound_messages m on m.id = i.outbound_id
  where i.created_at > $2 and (m.enrollment_id = $3 or m.to_address_key = $1)
  union all
  select ${RECEIVED_COLUMNS} from conversations c join inbound_messages i on i.conversation_id = c.id
  where (c.contact_id = $4 or c.site_id = $5) and i.created_at > $2 and coalesce(i.corrected_kind, i.kind) = 'reply'`;
