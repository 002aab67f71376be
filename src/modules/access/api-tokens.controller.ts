import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Rights, SessionOnly, ShownOnce } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { ApiTokenMade, ApiTokensView, NewApiToken } from './api-tokens.dto.js';
import { ApiTokensService } from './api-tokens.service.js';

/** Tokens that programs sign in with. A token cannot make or take back tokens. */
@Controller('api-tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @Rights('read')
  @SessionOnly()
  listApiTokens(@Principal() who: Principal): Promise<ApiTokensView> {
    return this.tokens.list(who);
  }

  @Post()
  @Rights('read')
  @SessionOnly()
  @ShownOnce('token')
  makeApiToken(@Principal() who: Principal, @Body() body: NewApiToken): Promise<ApiTokenMade> {
    return this.tokens.make(who, body);
  }

  @Delete(':id')
  @Rights('read')
  @SessionOnly()
  @HttpCode(204)
  revokeApiToken(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.tokens.revoke(who, id);
  }
}
