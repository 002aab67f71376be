import { Controller, Get } from '@nestjs/common';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { kindView } from './kind-view.js';
import { CampaignKindList } from './kinds.dto.js';

@Controller('campaign-kinds')
export class KindsController {
  constructor(private readonly kinds: Kinds) {}

  /** Every campaign kind with its stages, moves and fields, in the reader's language. */
  @Get()
  @Rights('read')
  listCampaignKinds(@Principal() who: Principal): CampaignKindList {
    return { items: this.kinds.all().map((kind) => kindView(kind, who.locale)) };
  }
}
