import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { AddressClaims } from './address-claims.js';
import { type AddressRow, AddressRowsRepository } from './address-rows.repository.js';
import { ContactActs } from './contact-acts.service.js';
import type { ContactDetail } from './contact-views.dto.js';
import type { AddressChange, NewAddress } from './contact-wish.dto.js';

/** Mail addresses of contacts. */
@Injectable()
export class ContactAddresses {
  constructor(
    private readonly database: Database,
    private readonly acts: ContactActs,
    private readonly claims: AddressClaims,
    private readonly addresses: AddressRowsRepository,
  ) {}

  /** An address the contact has already is only made the main one. Throws what a claim throws. */
  add(scope: WorkspaceScope, contactId: string, wish: NewAddress): Promise<ContactDetail> {
    return this.acts.act(scope, contactId, async (_, at) => {
      const [mail] = await this.claims.claim([wish.address], contactId);
      if (mail === undefined) return null;
      const all = await this.addresses.ofContacts([contactId]);
      const known = all.find(({ key }) => key === mail.key);
      const id = known?.id ?? newId(at);
      const isMain = wish.isMain === true || all.length === 0;
      if (known === undefined)
        await this.addresses.insert({ id, contactId, address: mail.address, key: mail.key, isMain, at });
      if (isMain) await this.addresses.setMain(contactId, id);
      return known !== undefined && !isMain
        ? null
        : { kind: 'contact.address_added', params: { addressId: id } };
    });
  }

  async change(scope: WorkspaceScope, id: string, wish: AddressChange): Promise<ContactDetail> {
    const { contactId } = await this.found(scope, id);
    return this.acts.act(scope, contactId, async (_, at) => {
      if (wish.isMain === true) await this.addresses.setMain(contactId, id);
      if (wish.status !== undefined) await this.addresses.setStatus(id, wish.status, at);
      const fields = Object.keys(wish);
      return fields.length === 0 ? null : { kind: 'contact.changed', params: { addressId: id, fields } };
    });
  }

  /** The oldest of those that are left becomes the main one. */
  async remove(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    const { contactId } = await this.found(scope, id);
    return this.acts.act(scope, contactId, async (_, at) => {
      await this.addresses.archive(id, at);
      const left = await this.addresses.ofContacts([contactId]);
      const [first] = left;
      if (first !== undefined && !left.some(({ isMain }) => isMain))
        await this.addresses.setMain(contactId, first.id);
      return { kind: 'contact.address_removed', params: { addressId: id } };
    });
  }

  private async found(scope: WorkspaceScope, id: string): Promise<AddressRow> {
    const row = await this.database.inWorkspace(scope, () => this.addresses.find(id));
    if (row === null) throw new AppError('contact.address_not_found', { id });
    return row;
  }
}
