import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ClientChange, ClientList, ClientsQuery, ClientView, NewClient } from './clients.dto.js';
import { ClientsService } from './clients.service.js';

@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  /** Clients with their brands and counts, by name. */
  @Get()
  @Rights('read')
  listClients(@Principal() who: Principal, @Query() query: ClientsQuery): Promise<ClientList> {
    return this.clients.list(scopeOf(who), query.archived ?? false);
  }

  @Post()
  @Rights('manage')
  createClient(@Principal() who: Principal, @Body() body: NewClient): Promise<ClientView> {
    return this.clients.create(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getClient(@Principal() who: Principal, @IdParam() id: string): Promise<ClientView> {
    return this.clients.get(scopeOf(who), id);
  }

  @Patch(':id')
  @Rights('manage')
  changeClient(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ClientChange,
  ): Promise<ClientView> {
    return this.clients.change(scopeOf(who), id, body);
  }

  /** Archives a client: it leaves lists and choices, its placements stay and are still checked. */
  @Post(':id/archive')
  @HttpCode(200)
  @Rights('manage')
  archiveClient(@Principal() who: Principal, @IdParam() id: string): Promise<ClientView> {
    return this.clients.archive(scopeOf(who), id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('manage')
  restoreClient(@Principal() who: Principal, @IdParam() id: string): Promise<ClientView> {
    return this.clients.restore(scopeOf(who), id);
  }
}
