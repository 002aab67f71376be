import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { LinkEntriesService } from './link-entries.service.js';
import { LinkEntry, LinkList, LinksQuery, LinkView } from './links.dto.js';
import { RelationshipLinks } from './relationship-links.query.js';
import {
  LitmusAnswers,
  NewRelationship,
  RelationshipChange,
  RelationshipDetail,
} from './relationships.dto.js';
import { RelationshipsService } from './relationships.service.js';

@Controller('relationships')
export class RelationshipsController {
  constructor(
    private readonly relationships: RelationshipsService,
    private readonly links: RelationshipLinks,
    private readonly entries: LinkEntriesService,
  ) {}

  /** Writes a relationship down before any link is known; the one that is there already is answered as it is. */
  @Post()
  @Rights('write')
  addRelationship(@Principal() who: Principal, @Body() body: NewRelationship): Promise<RelationshipDetail> {
    return this.relationships.add(scopeOf(who), body, who.locale);
  }

  @Get(':id')
  @Rights('read')
  getRelationship(@Principal() who: Principal, @IdParam() id: string): Promise<RelationshipDetail> {
    return this.relationships.get(scopeOf(who), id, who.locale);
  }

  /** Changes what people say of it: how far it is, and why the two link. */
  @Patch(':id')
  @Rights('write')
  changeRelationship(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: RelationshipChange,
  ): Promise<RelationshipDetail> {
    return this.relationships.change(scopeOf(who), { id, wish: body }, who.locale);
  }

  /** Answers the litmus test; who and when is kept. */
  @Put(':id/litmus')
  @Rights('write')
  answerLitmus(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: LitmusAnswers,
  ): Promise<RelationshipDetail> {
    return this.relationships.answer(scopeOf(who), { id, answers: body }, who.locale);
  }

  /** Its links in both directions, the newest first. */
  @Get(':id/links')
  @Rights('read')
  listLinks(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: LinksQuery,
  ): Promise<LinkList> {
    return this.links.page(scopeOf(who), id, query);
  }

  /** Writes down a link somebody saw. */
  @Post(':id/links')
  @Rights('write')
  enterLink(@Principal() who: Principal, @IdParam() id: string, @Body() body: LinkEntry): Promise<LinkView> {
    return this.entries.enter(scopeOf(who), id, body);
  }
}

@Controller('links')
export class LinksController {
  constructor(private readonly entries: LinkEntriesService) {}

  /** Takes back what was written down by hand; what others saw of the link stays. */
  @Post(':id/remove')
  @HttpCode(204)
  @Rights('write')
  removeLinkEntry(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.entries.remove(scopeOf(who), id);
  }
}
