import { Injectable } from '@nestjs/common';
import type { AddressStatus } from '../../core/contacts/contact.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AddressRowsRepository } from './address-rows.repository.js';
import { ContactActs } from './contact-acts.service.js';

/** What mail that came in says of people and their addresses, in the open transaction. */
@Injectable()
export class ContactMailNews {
  constructor(
    private readonly database: Database,
    private readonly addresses: AddressRowsRepository,
    private readonly acts: ContactActs,
    private readonly clock: Clock,
  ) {}

  /** Marks an address as one that does not accept mail, that address alone; answers what it was before. */
  async markBounced(addressKey: string): Promise<{ id: string; was: AddressStatus }[]> {
    const rows = await this.manager<{ id: string; was: AddressStatus }>(
      `select id, status as was from contact_addresses where address_key = $1 and archived_at is null and status <> 'bounced' for no key update`,
      [addressKey],
    );
    await this.setStatus(rows.map(({ id }) => ({ id, status: 'bounced' })));
    return rows;
  }

  /** Gives an address back the status it had. */
  async unmarkBounced(id: string, was: AddressStatus): Promise<void> {
    const rows = await this.manager(
      `select 1 from contact_addresses where id = $1 and archived_at is null and status = 'bounced'`,
      [id],
    );
    if (rows.length > 0) await this.setStatus([{ id, status: was }]);
  }

  /** Ends every place of a person who has left; answers the name, or null when there was nothing to end. */
  async markFormer(contactId: string): Promise<string | null> {
    const [contact] = await this.manager<{ name: string }>(
      `select coalesce(nullif(name, ''), main_address, '') as name from contacts
       where id = $1 and archived_at is null and erased_at is null`,
      [contactId],
    );
    const places = await this.manager<{ id: string }>(
      'select id from contact_places where contact_id = $1 and not is_former',
      [contactId],
    );
    if (contact === undefined || places.length === 0) return null;
    await this.setFormer(contactId, true);
    return contact.name;
  }

  /** Takes back that a person has left. */
  async unmarkFormer(contactId: string): Promise<void> {
    await this.setFormer(contactId, false);
  }

  /** Keeps that a person and the team have written to each other, the latest day of it: what may be proposed as a ground for mailing. */
  async noteCorrespondence(
    contactId: string,
    { lastMailAt, mailboxId }: { readonly lastMailAt: Date; readonly mailboxId: string },
  ): Promise<void> {
    await this.manager(
      `update contacts set corresponded_on = $2, corresponded_mailbox_id = $3
       where id = $1 and erased_at is null and coalesce(corresponded_on, '-infinity') < $2`,
      [contactId, lastMailAt.toISOString().slice(0, 10), mailboxId],
    );
  }

  private async setFormer(contactId: string, isFormer: boolean): Promise<void> {
    await this.acts.act(this.database.scope(), contactId, async () => {
      await this.manager(
        'update contact_places set is_former = $2 where contact_id = $1 and is_former <> $2',
        [contactId, isFormer],
      );
      return { kind: 'contact.changed', params: { fields: ['places'] } };
    });
  }

  private async setStatus(rows: readonly { id: string; status: AddressStatus }[]): Promise<void> {
    const results = rows.map(({ id, status }) => ({ id, status, finding: 'mail_returned' }));
    await this.addresses.record(results, 'mail', this.clock.now());
  }

  private manager<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
