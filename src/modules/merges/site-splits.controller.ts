import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewSubSite, SiteDetail } from '../sites/site-views.port.js';
import { MergeView } from './merges.dto.js';
import { SiteSplitsService } from './site-splits.service.js';

@Controller('sites')
export class SiteSplitsController {
  constructor(private readonly splits: SiteSplitsService) {}

  /** Declares a sub-domain or a path prefix a site of its own; what stands there moves to it. */
  @Post()
  @Rights('manage')
  declareSite(@Principal() who: Principal, @Body() body: NewSubSite): Promise<SiteDetail> {
    return this.splits.split(scopeOf(who), body);
  }

  /** Puts a declared sub-site back into its site. */
  @Post(':id/rejoin')
  @HttpCode(200)
  @Rights('manage')
  rejoinSite(@Principal() who: Principal, @IdParam() id: string): Promise<MergeView> {
    return this.splits.rejoin(scopeOf(who), id);
  }
}
