import { Injectable } from '@nestjs/common';
import type { ConversationState } from '../../core/inbox/inbox.js';
import { subjectKey } from '../../core/mail-reading/subject-key.js';
import { Clock } from '../../platform/clock/clock.js';
import type { CleanMail } from './clean-mail.js';
import { ConversationRows } from './conversation-rows.repository.js';
import type { InboundRow } from './inbound-rows.repository.js';
import type { MailSituation } from './mail-facts.js';

/** The conversation a mail goes to; `before` is null for one that was made for it. */
export interface Conversation {
  readonly id: string;
  readonly clientId: string | null;
  readonly before: ConversationState | null;
}

const SNIPPET = 200;

/** Brings mails to conversations: by the mail they answer, by pitch, else by person, site and subject. In the open transaction. */
@Injectable()
export class MailConversations {
  constructor(
    private readonly rows: ConversationRows,
    private readonly clock: Clock,
  ) {}

  async forMail({ match, scope }: MailSituation, clean: CleanMail): Promise<Conversation> {
    const found = await this.find(match.conversationId, scope, clean);
    if (found !== null) {
      await this.rows.addPitches(found.id, scope.pitchIds);
      return { id: found.id, clientId: found.clientId, before: found.state };
    }
    const at = this.clock.now();
    const { mailboxId, clientId, contactId, assigneeMemberId, pitchIds, siteIds } = scope;
    const id = await this.rows.insert(
      {
        clientId,
        mailboxId,
        siteId: siteIds[0] ?? null,
        contactId: contactId ?? match.outbound?.contactId ?? null,
        subject: clean.subject,
        subjectKey: subjectKey(clean.subject),
        state: 'waiting',
        assigneeMemberId,
      },
      at,
    );
    await this.rows.addPitches(id, pitchIds);
    return { id, clientId, before: null };
  }

  /** Writes down that a mail came in. */
  async seen(id: string, { row, state }: { row: InboundRow; state: ConversationState }): Promise<void> {
    const words = `${row.subject} ${row.fromName} ${row.fromAddress}`.toLowerCase();
    const now = this.clock.now();
    await this.rows.seen(
      id,
      {
        state,
        at: row.receivedAt,
        kind: row.kind,
        isOwn: row.kind === 'own',
        snippet: row.text.replace(/\s+/g, ' ').trim().slice(0, SNIPPET),
        fromName: row.fromName,
        fromAddress: row.fromAddress,
        searchText: words.replace(/\s+/g, ' ').trim().slice(0, 1000),
      },
      now,
    );
  }

  private async find(conversationId: string | null, scope: MailSituation['scope'], clean: CleanMail) {
    const { pitchIds, mailboxId, siteIds, contactId, fromKey } = scope;
    const ofPitch = pitchIds[0] === undefined ? null : await this.rows.ofPitch(pitchIds[0]);
    const id =
      conversationId ??
      ofPitch ??
      (await this.rows.alike({
        mailboxId,
        siteId: siteIds[0] ?? null,
        contactId,
        fromKey,
        subjectKey: subjectKey(clean.subject),
      }));
    return id === null ? null : this.rows.lock(id);
  }
}
