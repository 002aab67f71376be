import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { ConversationRows, type HeldConversation } from './conversation-rows.repository.js';
import type { ConversationMatch } from './conversations.dto.js';
import { InboundDone } from './inbound-done.repository.js';
import { RedoneMails } from './redone-mails.js';

interface Place {
  readonly clientId: string | null;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly pitchId: string | null;
}

/** Brings a conversation to where a person says it belongs, and does for that place what its mails mean. In the open transaction. */
@Injectable()
export class ConversationMatching {
  constructor(
    private readonly database: Database,
    private readonly rows: ConversationRows,
    private readonly inbound: InboundDone,
    private readonly redone: RedoneMails,
    private readonly pitches: PitchesService,
    private readonly clock: Clock,
  ) {}

  /** Throws `conversation.match_unclear`, `pitch.not_found`, `site.not_found`, `contact.not_found`. */
  async match(
    held: HeldConversation,
    wish: ConversationMatch,
  ): Promise<Record<string, string | boolean | null>> {
    const place = await this.placeOf(wish);
    const at = this.clock.now();
    const columns = {
      client_id: place.clientId ?? held.clientId,
      site_id: place.siteId ?? held.siteId,
      contact_id: place.contactId ?? held.contactId,
    };
    await this.rows.write(held.id, columns, at);
    if (place.pitchId !== null) await this.rows.addPitches(held.id, [place.pitchId]);
    const mails = await this.inbound.ofConversation(held.id);
    for (const mail of mails)
      await this.redone.redo(mail, held.id, {
        kind: mail.correctedKind ?? mail.kind,
        matchRule: 'by_hand',
        siteId: place.siteId,
        contactId: place.contactId,
      });
    const addressKey = mails.findLast(({ fromKey }) => fromKey !== '')?.fromKey;
    const teach = wish.teach === true && addressKey !== undefined;
    if (teach) {
      const { siteId, contactId } = place;
      await this.inbound.teach({ id: newId(at), addressKey, siteId, contactId, at });
    }
    return { pitchId: place.pitchId, siteId: place.siteId, contactId: place.contactId, teach };
  }

  private async placeOf({ pitchId, siteId, contactId }: ConversationMatch): Promise<Place> {
    const named = [pitchId, siteId, contactId].filter((id) => id !== undefined);
    if (named.length !== 1) throw new AppError('conversation.match_unclear');
    const nowhere = { clientId: null, siteId: null, contactId: null, pitchId: null };
    if (pitchId !== undefined) {
      const pitch = await this.pitches.one(pitchId);
      return { ...nowhere, pitchId, clientId: pitch.clientId, siteId: pitch.siteId };
    }
    if (siteId !== undefined) {
      if (!(await this.exists('sites', siteId))) throw new AppError('site.not_found', { id: siteId });
      return { ...nowhere, siteId };
    }
    if (!(await this.exists('contacts', contactId ?? '')))
      throw new AppError('contact.not_found', { id: contactId ?? '' });
    return { ...nowhere, contactId: contactId ?? null };
  }

  private async exists(table: 'sites' | 'contacts', id: string): Promise<boolean> {
    const rows = await this.database
      .manager()
      .query<unknown[]>(`select 1 from ${table} where id = $1 and archived_at is null`, [id]);
    return rows.length > 0;
  }
}
