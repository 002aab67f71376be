import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { AuditEventsView, AuditQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

/** Who did what, and who was refused what. */
@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Rights('manage')
  listAuditEvents(@Principal() who: Principal, @Query() query: AuditQuery): Promise<AuditEventsView> {
    return this.audit.list(who, query);
  }
}
