import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { ContactErasure } from '../contacts/contact-erasure.service.js';
import { MergesRepository } from './merges.repository.js';

/** Who is erased is erased from the journals of merges, too, and so is each double that went into them. */
@Injectable()
export class ErasureListener implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly database: Database,
    private readonly merges: MergesRepository,
    private readonly erasure: ContactErasure,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('contact.erased', (event) => this.forget(event));
  }

  private async forget({ subjects, at }: RecordedEvent): Promise<void> {
    for (const { id } of subjects.filter(({ kind }) => kind === 'contact')) {
      await this.merges.forgetContact(id, at);
      for (const other of await this.merges.contactsMergedInto(id)) {
        await this.erasure.erase(this.database.scope(), other);
      }
    }
  }
}
