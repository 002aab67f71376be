import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { DeliverabilityQuery, DeliverabilityView } from './deliverability.dto.js';
import { DeliverabilityService } from './deliverability.service.js';

@Controller('deliverability')
export class DeliverabilityController {
  constructor(private readonly deliverability: DeliverabilityService) {}

  /** Bounces, replies, opt-outs and complaints of the mails sent in a period, by mailbox or template; no share of fewer than 20 mails. */
  @Get()
  @Rights('read')
  getDeliverability(
    @Principal() who: Principal,
    @Query() query: DeliverabilityQuery,
  ): Promise<DeliverabilityView> {
    return this.deliverability.view(scopeOf(who), query);
  }
}
