import { Injectable } from '@nestjs/common';
import { subjectKey } from '../../core/mail-reading/subject-key.js';
import { displayHost, siteKey } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import { addressKey } from './clean-mail.js';
import type { MatchSuggestion } from './conversations.dto.js';
import { MailSurroundings } from './mail-surroundings.query.js';

interface Candidate {
  readonly pitchId: string;
  readonly siteId: string | null;
  readonly siteKey: string | null;
  readonly campaignName: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly subject: string | null;
  readonly toKey: string | null;
  readonly lately: boolean;
}

const WEIGHT = {
  same_address: 8,
  same_subject: 4,
  same_domain: 3,
  named_in_text: 2,
  written_lately: 1,
} as const;
const MOST = 8;

/** What an unmatched conversation may belong to, in the open transaction. */
@Injectable()
export class MatchSuggestionsQuery {
  constructor(
    private readonly database: Database,
    private readonly surroundings: MailSurroundings,
  ) {}

  async of(conversationId: string, since: Date): Promise<MatchSuggestion[]> {
    const rows = await this.query<{ fromAddress: string; subject: string; text: string }>(
      `select from_address as "fromAddress", subject, left(body_text, 20000) as text from inbound_messages
       where conversation_id = $1 and kind <> 'own' order by received_at desc limit 1`,
      [conversationId],
    );
    const [mail] = rows;
    if (mail === undefined) return [];
    const key = addressKey(mail.fromAddress);
    const domain = key === '' ? null : siteKey(key.slice(key.lastIndexOf('@') + 1));
    const contactId = await this.surroundings.contactOf(key);
    const candidates = await this.candidates({ contactId, domain, since });
    return rank(candidates, { ...mail, key, domain, contactId });
  }

  private candidates(asked: {
    contactId: string | null;
    domain: string | null;
    since: Date;
  }): Promise<Candidate[]> {
    return this.query(
      `with found as (
         select pitch_id as id from pitch_contacts where contact_id = $1
         union select p.id from sites s join pitches p on p.site_id = s.id where s.site_key = $2
         union (select o.pitch_id from outbound_messages o where o.pitch_id is not null and o.sent_at > $3 order by o.sent_at desc limit 300)
       )
       select p.id as "pitchId", p.site_id as "siteId", s.site_key as "siteKey", c.name as "campaignName", k.id as "contactId",
         k.name as "contactName", o.subject, o.to_address_key as "toKey", o.sent_at > $3 as lately
       from found f join pitches p on p.id = f.id and p.archived_at is null
         join campaigns c on c.id = p.campaign_id
         left join sites s on s.id = p.site_id
         left join lateral (select x.contact_id from pitch_contacts x where x.pitch_id = p.id order by x.contact_id = $1 desc, x.position limit 1) pc on true
         left join contacts k on k.id = pc.contact_id
         left join lateral (select m.subject, m.to_address_key, m.sent_at from outbound_messages m where m.pitch_id = p.id
           order by m.sent_at desc nulls last limit 1) o on true
       limit 400`,
      [asked.contactId, asked.domain, asked.since],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

interface Asked {
  readonly subject: string;
  readonly text: string;
  readonly key: string;
  readonly domain: string | null;
  readonly contactId: string | null;
}

/** The likeliest first; what has nothing for it but that it was written lately is left out. */
function rank(candidates: readonly Candidate[], asked: Asked): MatchSuggestion[] {
  return candidates
    .map((candidate) => ({ candidate, reasons: reasonsFor(candidate, asked) }))
    .filter(({ reasons }) => reasons.some((reason) => reason !== 'written_lately'))
    .map(({ candidate, reasons }) => ({
      score: reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
      shown: {
        pitchId: candidate.pitchId,
        siteId: candidate.siteId,
        contactId: candidate.contactId,
        siteName: candidate.siteKey === null ? null : displayHost(candidate.siteKey),
        campaignName: candidate.campaignName,
        contactName: candidate.contactName,
        reasons,
      },
    }))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ shown }) => shown);
}

function reasonsFor(candidate: Candidate, asked: Asked): MatchSuggestion['reasons'] {
  const { subject, text, key, domain, contactId } = asked;
  const isTheirs =
    (contactId !== null && candidate.contactId === contactId) || (key !== '' && candidate.toKey === key);
  const host = candidate.siteKey === null ? '' : displayHost(candidate.siteKey).toLowerCase();
  const ours = subjectKey(candidate.subject ?? '');
  const all: readonly (readonly [MatchSuggestion['reasons'][number], boolean])[] = [
    ['same_address', isTheirs],
    ['same_subject', ours !== '' && ours === subjectKey(subject)],
    ['same_domain', domain !== null && candidate.siteKey === domain],
    ['named_in_text', host !== '' && `${subject} ${text}`.toLowerCase().includes(host)],
    ['written_lately', candidate.lately],
  ];
  return all.filter(([, holds]) => holds).map(([reason]) => reason);
}
