import { Injectable } from '@nestjs/common';
import type { Ground } from '../../core/contacts/contact.js';
import type { MailOrder, MailPlacement } from '../../core/templates/pitch-values.js';
import { Database } from '../../platform/database/database.js';

export interface MailContact {
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: string;
  readonly formOfAddress: 'unknown' | 'informal' | 'formal';
  readonly ground: Ground | null;
}

/** What a mail of a pitch reads around it. */
export interface MailRecord {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly siteKey: string | null;
  readonly campaignName: string;
  readonly clientName: string;
  readonly brandName: string;
  readonly brandUrl: string;
  readonly brandDescription: string;
  readonly targetUrl: string | null;
  readonly targetLabel: string | null;
  readonly asset: { readonly title: string; readonly url: string | null; readonly type: string } | null;
  readonly sender: { readonly name: string; readonly email: string; readonly position?: string } | null;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly postalAddress: string;
  readonly contacts: readonly MailContact[];
  readonly placement: MailPlacement | null;
  readonly order: MailOrder | null;
}

const RECORD = `select p.kind, p.fields, s.site_key as "siteKey", c.name as "campaignName", k.name as "clientName", b.name as "brandName",
    b.home_url as "brandUrl", b.description as "brandDescription", t.url as "targetUrl", t.label as "targetLabel",
    (select jsonb_build_object('title', a.title, 'url', a.url, 'type', a.type) from assets a where a.id = p.asset_id) as asset,
    (select jsonb_build_object('name', m.name, 'email', m.email, 'position', m.position) from members m
      where m.id = coalesce(p.assignee_member_id, $2) and m.left_at is null) as sender,
    w.name as "workspaceName", w.time_zone as "timeZone", coalesce(w.settings->>'postalAddress', '') as "postalAddress",
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'firstName', o.first_name, 'lastName', o.last_name,
        'position', o.position, 'formOfAddress', o.form_of_address,
        'ground', o.ground) order by pc.position, o.id)
      from pitch_contacts pc cross join lateral (select * from contacts where id = pc.contact_id offset 0) o where pc.pitch_id = p.id), '[]') as contacts,
    (select jsonb_build_object('url', l.source_url, 'targetUrl', l.target_url, 'anchor', coalesce(l.seen_anchor, l.anchor_value),
        'liveSince', (l.first_live_at at time zone w.time_zone)::date::text, 'state', l.state,
        'seenOn', (l.checked_at at time zone w.time_zone)::date::text)
      from placements l where l.pitch_id = p.id and l.archived_at is null order by l.created_at desc, l.id desc limit 1) as placement,
    (select jsonb_build_object('priceMinor', (select sum(n.buying_minor)::bigint from order_lines n where n.order_id = o.id), 'currency', o.currency,
        'termMonths', o.term_months, 'label', o.label_agreed)
      from orders o where o.pitch_id = p.id and o.archived_at is null and o.stage <> 'cancelled' order by o.created_at desc, o.id desc limit 1) as "order"
  from pitches p
  join campaigns c on c.id = p.campaign_id
  join clients k on k.id = p.client_id
  join brands b on b.id = p.brand_id
  join workspaces w on w.id = p.workspace_id
  left join sites s on s.id = p.site_id
  left join target_pages t on t.id = p.target_page_id
  where p.id = $1`;

/** What a mail of one pitch may say, in the open transaction. */
@Injectable()
export class PitchMailQuery {
  constructor(private readonly database: Database) {}

  /** Null when there is no such pitch to be seen. `memberId` signs where the pitch has no assignee. */
  async one(pitchId: string, memberId: string): Promise<MailRecord | null> {
    const rows = await this.database.manager().query<MailRecord[]>(RECORD, [pitchId, memberId]);
    return rows[0] ?? null;
  }
}
