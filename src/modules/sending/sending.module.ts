import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PitchesModule } from '../campaigns/pitches.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxQueries } from './outbox.query.js';
import { OutboxService } from './outbox.service.js';
import { OutboxActs } from './outbox-acts.service.js';
import { RefusedAddresses } from './refused-addresses.js';
import { RestoreModule } from './restore.module.js';
import { SenderModule } from './sender.module.js';
import { SendingController } from './sending.controller.js';
import { SendingControlRepository } from './sending-control.repository.js';
import { SendingControl } from './sending-control.service.js';
import { SendingListeners } from './sending-listeners.js';

/** Mails on their way out: the last word, the claim, the doubts, the outbox. */
@Module({
  imports: [AccessModule, ContactsModule, ProspectsModule, PitchesModule, RestoreModule, SenderModule],
  controllers: [OutboxController, SendingController],
  providers: [
    OutboxActs,
    OutboxQueries,
    OutboxService,
    RefusedAddresses,
    SendingControl,
    SendingControlRepository,
    SendingListeners,
  ],
  exports: [SenderModule],
})
export class SendingModule {}
