import { Injectable } from '@nestjs/common';
import { type MailAddress, readMailAddress } from '../../core/contacts/mail-address.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';

/** Addresses somebody types for one contact: read, free, and not of a person who was erased. */
@Injectable()
export class AddressClaims {
  constructor(private readonly drafts: ContactDraftsRepository) {}

  /**
   * The addresses as they are kept; until the transaction ends nobody else can take them. Throws `contact.address_invalid`,
   * `contact.address_erased`, and `contact.address_taken` with the id of the contact that has it, unless that is `except`.
   */
  async claim(typed: readonly string[], except: string | null = null): Promise<MailAddress[]> {
    const mails = typed.map(read);
    if (mails.length === 0) return [];
    await this.drafts.lockWorkspace();
    const erased = await this.drafts.erased(mails.map(({ key }) => sha256(key)));
    const holders = await this.drafts.holdersOf(mails.map(({ key }) => key));
    for (const { key, address } of mails) {
      if (erased.has(sha256(key).toString('hex'))) throw new AppError('contact.address_erased');
      const holder = holders.get(key);
      if (holder !== undefined && holder !== except)
        throw new AppError('contact.address_taken', { id: holder, address });
    }
    return mails;
  }
}

function read(address: string): MailAddress {
  const mail = readMailAddress(address);
  if (!mail.ok) throw new AppError('contact.address_invalid', { address, reason: mail.reason });
  return mail.mail;
}
