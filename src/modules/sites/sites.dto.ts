import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { SITE_KINDS, type SiteKind } from '../../core/sites/site-kind.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class SitesListQuery extends ListQuery {
  /** The beginning of a host name; Unicode is read as its ASCII form. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;
}

const SUB_SITE_KINDS = ['sub_domain', 'path'] as const;

export class NewSubSite {
  /** The sub-domain or path prefix that shall be a site of its own. */
  @IsString()
  @IsWebAddress()
  address!: string;

  /** What the address is meant as; when given, an address of the other kind is refused. */
  @MayBeAbsent()
  @IsIn(SUB_SITE_KINDS)
  @ApiProperty({ enum: SUB_SITE_KINDS, enumName: 'SubSiteKind' })
  kind?: (typeof SUB_SITE_KINDS)[number];
}

export class SiteView {
  id!: string;
  @ApiProperty({ enum: SITE_KINDS, enumName: 'SiteKind' })
  kind!: SiteKind;
  /** Stored form: ASCII host, for a path site with its prefix. */
  siteKey!: string;
  host!: string;
  /** The key as people read it, in Unicode. */
  displayHost!: string;
  pathPrefix!: string;
  parentSiteId!: string | null;
  /** Placements on it that are not archived. */
  placementCount!: number;
  liveCount!: number;
  /** When the site changed its character all over (language, titles, texts); null when it did not. */
  characterChangedAt!: Date | null;
  createdAt!: Date;
}

export class SiteList extends ListPage {
  items!: SiteView[];
}

export class ParentSite {
  id!: string;
  siteKey!: string;
  displayHost!: string;
}

export class SiteDetail extends SiteView {
  notes!: string;
  /** When the site changed hands last; null when that is not known. */
  ownerChangedAt!: Date | null;
  parent!: ParentSite | null;
  /** Declared sub-sites cut from this one. */
  subSites!: ParentSite[];
}
