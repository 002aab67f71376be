import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { AuthorityView } from './authority.dto.js';
import { AuthorityService } from './authority.service.js';

/** Open lists of domain ranks that the operator names in the settings. */
@Controller('authority')
export class AuthorityController {
  constructor(private readonly authority: AuthorityService) {}

  /** The editions that were last read, and how many of our sites they name. */
  @Get()
  @Rights('read')
  getAuthority(@Principal() who: Principal): Promise<AuthorityView> {
    return this.authority.view(scopeOf(who));
  }

  /** Reads the lists anew; it takes minutes. */
  @Post('refresh')
  @HttpCode(202)
  @Rights('manage')
  refreshAuthority(@Principal() who: Principal): Promise<StartedJob> {
    return this.authority.refresh(scopeOf(who));
  }
}
