import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DeliverabilityController } from './deliverability.controller.js';
import { DeliverabilityQueries } from './deliverability.query.js';
import { DeliverabilityService } from './deliverability.service.js';

/** What came back to the mails that were sent. */
@Module({
  imports: [AccessModule],
  controllers: [DeliverabilityController],
  providers: [DeliverabilityQueries, DeliverabilityService],
})
export class DeliverabilityModule {}
