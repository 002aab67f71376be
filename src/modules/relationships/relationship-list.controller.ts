import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { AnchorProfiles } from './anchor-profiles.query.js';
import { AnchorProfile } from './links.dto.js';
import {
  RelationshipCounts,
  RelationshipFilter,
  RelationshipList,
  RelationshipListQuery,
} from './relationship-list.dto.js';
import { RelationshipLists } from './relationship-list.query.js';
import { RelationshipSummaries } from './relationship-summaries.query.js';
import { RelationshipSummary, RelationshipSummaryQuery } from './relationships.dto.js';

@Controller()
export class RelationshipListController {
  constructor(
    private readonly lists: RelationshipLists,
    private readonly summaries: RelationshipSummaries,
    private readonly anchors: AnchorProfiles,
  ) {}

  @Get('relationships')
  @Rights('read')
  listRelationships(
    @Principal() who: Principal,
    @Query() query: RelationshipListQuery,
  ): Promise<RelationshipList> {
    return this.lists.page(scopeOf(who), query);
  }

  /** How many relationships there are of each direction. */
  @Get('relationships/counts')
  @Rights('read')
  countRelationships(
    @Principal() who: Principal,
    @Query() query: RelationshipFilter,
  ): Promise<RelationshipCounts> {
    return this.lists.counts(scopeOf(who), query);
  }

  /** Sums over the brands: of a publisher, a client or a site. */
  @Get('relationships/summary')
  @Rights('read')
  summariseRelationships(
    @Principal() who: Principal,
    @Query() query: RelationshipSummaryQuery,
  ): Promise<RelationshipSummary> {
    return this.summaries.of(scopeOf(who), query);
  }

  /** The words of the links to a target page as they are today, from placements, imports and entries by hand. */
  @Get('target-pages/:id/anchors')
  @Rights('read')
  listAnchors(@Principal() who: Principal, @IdParam() id: string): Promise<AnchorProfile> {
    return this.anchors.of(scopeOf(who), id);
  }
}
