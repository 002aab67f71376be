import { Injectable } from '@nestjs/common';
import {
  type MailFigures,
  type MailPeriod,
  STILL_COMING_HOURS,
  type UnknownKind,
} from '../../core/sending/deliverability.js';
import { Database } from '../../platform/database/database.js';
import type { DeliverabilityGroup } from './deliverability.dto.js';

/** What one mailbox or template sent, and what became of it. */
export interface GroupFigures extends MailFigures {
  readonly id: string | null;
  readonly name: string;
}

/** Which mails are counted. */
export interface CountedMails {
  readonly period: MailPeriod;
  readonly clientId: string | undefined;
}

/** Mails that begin or follow up; answers a person wrote in a conversation are no outreach. */
const OUTREACH = `m.kind in ('sequence', 'single') and m.final_reply is distinct from 'caught' and ($3::uuid is null or m.client_id = $3)`;
const SENT = `m.state = 'sent' and m.sent_at >= $1 and m.sent_at < $2`;
const DOUBTED = `m.state in ('in_doubt', 'unknown') and m.in_doubt_at >= $1 and m.in_doubt_at < $2`;
const TAKEN_FOR = 'coalesce(i.corrected_kind, i.kind)';

/** How each grouping names its lines. */
const GROUPS: Readonly<Record<DeliverabilityGroup, { id: string; name: string; joins: string }>> = {
  mailbox: {
    id: 'm.mailbox_id',
    name: 'b.address',
    joins: 'join mailboxes b on b.workspace_id = m.workspace_id and b.id = m.mailbox_id',
  },
  template: {
    id: 'v.template_id',
    name: `coalesce(t.name, '')`,
    joins: `left join template_versions v on v.workspace_id = m.workspace_id and v.id = m.template_version_id
            left join templates t on t.workspace_id = v.workspace_id and t.id = v.template_id`,
  },
};

/** Counts mails and what came back to them, in the open transaction. */
@Injectable()
export class DeliverabilityQueries {
  constructor(private readonly database: Database) {}

  /**
   * One line for each mailbox or template with mails in the period. A mail counts once in each column: as a hard bounce where any of its
   * bounces says that the address will not accept mail, else as a soft one.
   */
  figures({ period, clientId }: CountedMails, groupBy: DeliverabilityGroup): Promise<GroupFigures[]> {
    const { id, name, joins } = GROUPS[groupBy];
    const count = (what: string) => `(count(*) filter (where ${what}))::int`;
    return this.query<GroupFigures>(
      `with one_click as (
         select distinct source_id from suppressions where source = 'one_click' and source_id is not null),
       from_reply as (
         select distinct source_id from suppressions where source = 'reply' and source_id is not null)
       select ${id} as id, ${name} as name, ${count(`m.state = 'sent'`)} as sent,
         ${count(`m.state = 'sent' and a.hard`)} as "bouncedHard",
         ${count(`m.state = 'sent' and a.bounced and not a.hard`)} as "bouncedSoft",
         ${count(`m.state = 'sent' and a.replied`)} as replies,
         ${count(`m.state = 'sent' and a.auto_replied`)} as "autoReplies",
         ${count(`m.state = 'sent' and (a.opted_out or c.source_id is not null)`)} as "optOuts",
         ${count(`m.state = 'sent' and a.complained`)} as complaints,
         ${count(`m.state <> 'sent'`)} as doubts
       from outbound_messages m ${joins}
         left join one_click c on c.source_id = m.id
         cross join lateral (
           select coalesce(bool_or(${TAKEN_FOR} = 'bounce'), false) as bounced,
             coalesce(bool_or(${TAKEN_FOR} = 'bounce' and jsonb_path_exists(i.recipients, '$[*] ? (@.permanent == true)')), false) as hard,
             coalesce(bool_or(${TAKEN_FOR} = 'reply'), false) as replied,
             coalesce(bool_or(${TAKEN_FOR} in ('auto_reply', 'left_company')), false) as auto_replied,
             coalesce(bool_or(${TAKEN_FOR} = 'unsubscribe' or r.source_id is not null), false) as opted_out,
             coalesce(bool_or(${TAKEN_FOR} = 'complaint'), false) as complained
           from inbound_messages i left join from_reply r on r.source_id = i.id
           where i.workspace_id = m.workspace_id and i.outbound_id = m.id offset 0) a
       where ${OUTREACH} and ((${SENT}) or (${DOUBTED}))
       group by 1, 2 order by sent desc, 2, 1`,
      [new Date(period.begins), new Date(period.ends), clientId ?? null],
    );
  }

  /** How much of it is not known, at this moment. */
  async unknown({ period, clientId }: CountedMails, now: Date): Promise<Record<UnknownKind, number>> {
    const [row] = await this.query<Record<UnknownKind, number>>(
      `select
         (select count(*) from outbound_messages m where ${OUTREACH} and ${SENT} and m.sent_at >= $4)::int as still_coming,
         (select count(*) from outbound_messages m where ${OUTREACH} and ${DOUBTED})::int as doubts,
         (select count(*) from outbound_messages m where m.final_reply = 'caught' and ${SENT}
            and m.kind in ('sequence', 'single') and ($3::uuid is null or m.client_id = $3))::int as caught,
         (select count(*) from inbound_messages i where ${TAKEN_FOR} = 'bounce' and i.outbound_id is null
            and i.received_at >= $1 and i.received_at < $2)::int as bounces_unmatched,
         (select count(*) from mailbox_folders f join mailboxes b on b.workspace_id = f.workspace_id and b.id = f.mailbox_id
            where f.error_code is not null and b.archived_at is null)::int as folders_unread`,
      [
        new Date(period.begins),
        new Date(period.ends),
        clientId ?? null,
        new Date(now.getTime() - STILL_COMING_HOURS * 3_600_000),
      ],
    );
    return row ?? { bounces_unmatched: 0, still_coming: 0, doubts: 0, caught: 0, folders_unread: 0 };
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
