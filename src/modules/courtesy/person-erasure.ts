import { Injectable, type OnModuleInit } from '@nestjs/common';
import { tracePattern } from '../../core/courtesy/traces.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { PersonErasureRepository } from './person-erasure.repository.js';

/**
 * Who is erased is erased from mail, too: texts, addresses, names and raw mails go, in the transaction of the erasing and while the addresses are still
 * known; rows and their numbers stay, and the hash that keeps the person out.
 */
@Injectable()
export class PersonErasure implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly persons: PersonErasureRepository,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('contact.erased', (event) => this.forget(event));
  }

  private async forget({ subjects }: RecordedEvent): Promise<void> {
    for (const { id } of subjects.filter(({ kind }) => kind === 'contact')) {
      const person = await this.persons.known(id);
      if (person === null) continue;
      const raw = await this.persons.emptyMail(await this.persons.mailOf(id, person.keys));
      await this.persons.emptyRest(id, person.keys);
      for (const sha256 of raw) await this.persons.releaseRaw(sha256);
      const pattern = tracePattern(person.keys, person.name);
      if (pattern !== null) await this.persons.takeOut(pattern);
    }
  }
}
