import { Injectable } from '@nestjs/common';
import type { AddressStatus } from '../../core/contacts/contact.js';
import { judgeVerified } from '../../core/contacts/judge-address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { AddressLook } from './address-look.js';
import { type AddressResult, type AddressRow, AddressRowsRepository } from './address-rows.repository.js';
import { CHECK_TASK } from './contact-check.job.js';
import { ContactDetails } from './contact-detail.query.js';
import type { CheckWish } from './contact-list.dto.js';
import { ContactLists } from './contact-list.query.js';
import type { ContactAddressView } from './contact-views.dto.js';

/** Contacts one check takes at most. */
const MOST = 100_000;

/** What a verifying service said of an address, in its own word and in ours. */
interface ServiceWord {
  readonly status: AddressStatus;
  readonly said: string;
  readonly by: 'hunter';
}

/** Checks of addresses: one at once, many in the background. */
@Injectable()
export class ContactChecks {
  constructor(
    private readonly database: Database,
    private readonly look: AddressLook,
    private readonly addresses: AddressRowsRepository,
    private readonly details: ContactDetails,
    private readonly lists: ContactLists,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Looks at one address and writes down what it found. Throws `contact.address_not_found`. DNS is asked outside of the transactions. */
  async checkOne(scope: WorkspaceScope, id: string): Promise<ContactAddressView> {
    const row = await this.database.inWorkspace(scope, () => this.existing(id));
    const [found] = await this.look.at([row]);
    return this.database.inWorkspace(scope, () => this.writeDown(row, found, 'check'));
  }

  /** An address a service is asked about. Throws `contact.address_not_found`. */
  async addressOf(scope: WorkspaceScope, id: string): Promise<string> {
    return (await this.database.inWorkspace(scope, () => this.existing(id))).address;
  }

  /** Writes down what a service said of an address. Throws `contact.address_not_found`. */
  recordVerified(scope: WorkspaceScope, id: string, word: ServiceWord): Promise<ContactAddressView> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.existing(id);
      const status = judgeVerified(word.status, row.status);
      return this.writeDown(row, { id, status, finding: `verifier_${word.said}` }, word.by);
    });
  }

  /** Starts a check of many contacts' addresses. Throws `contact.not_found` when nothing of it is there, `contact.too_many`, `request.invalid`. */
  start(scope: WorkspaceScope, { ids, filter }: CheckWish): Promise<StartedJob> {
    if ((ids === undefined) === (filter === undefined)) {
      const message = 'ids: name contacts, or a filter, and not both';
      throw new RequestInvalid([{ field: 'ids', code: 'needed', message, params: {} }]);
    }
    return this.database.inWorkspace(scope, async () => {
      const itemIds =
        ids === undefined ? await this.lists.ids(filter ?? {}, MOST) : await this.lists.there(ids);
      if (itemIds.length > MOST) throw new AppError('contact.too_many', { most: MOST });
      if (itemIds.length === 0 && ids !== undefined) throw new AppError('contact.not_found');
      return { jobId: await this.progress.create({ kind: CHECK_TASK, itemIds }) };
    });
  }

  private async existing(id: string): Promise<AddressRow> {
    const row = await this.addresses.find(id);
    if (row === null) throw new AppError('contact.address_not_found', { id });
    return row;
  }

  private async writeDown(
    { id, contactId }: AddressRow,
    found: AddressResult | undefined,
    by: string,
  ): Promise<ContactAddressView> {
    await this.addresses.record(found === undefined ? [] : [found], by, this.clock.now());
    await this.events.record({
      kind: 'contact.address_checked',
      subjects: [{ kind: 'contact', id: contactId }],
      params: { addressId: id, status: found?.status, finding: found?.finding },
    });
    const view = await this.details.address(id);
    if (view === null) throw new AppError('contact.address_not_found', { id });
    return view;
  }
}
