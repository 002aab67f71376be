import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { GROUNDS, type Ground } from '../../core/contacts/contact.js';
import {
  FINDERS,
  type Finder,
  PAGE_KINDS,
  type PageKind,
  PROPOSAL_STATES,
  type ProposalState,
} from '../../core/discovery/discovery.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const FINDING_SERVICES = ['hunter'] as const;

export class FindContactsWish {
  /** Services that are asked besides the site's own pages; each needs its key. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(1)
  @IsIn(FINDING_SERVICES, { each: true })
  @ApiProperty({ enum: FINDING_SERVICES, enumName: 'FindingService', isArray: true, required: false })
  services?: (typeof FINDING_SERVICES)[number][];
}

export class ProposalsQuery extends ListQuery {
  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** `open` where it is left out. */
  @MayBeAbsent()
  @IsIn(PROPOSAL_STATES)
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState', required: false })
  state?: ProposalState;
}

/** Somebody who may be a contact, with the page that says so. */
export class ProposalView {
  id!: string;
  siteId!: string;
  displayHost!: string;
  name!: string;
  position!: string;
  address!: string | null;
  /** An address of a role such as info@, not of a person. */
  isGeneric!: boolean;
  pageUrl!: string;
  @ApiProperty({ enum: PAGE_KINDS, enumName: 'ContactPageKind' })
  pageKind!: PageKind;
  /** What stands around it on the page. */
  evidenceText!: string;
  /** 0 to 100 where a service says so, else null. */
  confidence!: number | null;
  @ApiProperty({ enum: FINDERS, enumName: 'ContactFinder' })
  foundBy!: Finder;
  foundAt!: Date;
  /** Only where the page publishes the address for messages like ours. */
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground', nullable: true })
  proposedGround!: Ground | null;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  state!: ProposalState;
  /** The contact it became. */
  contactId!: string | null;
  /** A contact that has this address already. */
  knownContactId!: string | null;
  decidedAt!: Date | null;
}

export class ProposalList extends ListPage {
  items!: ProposalView[];
}

/** What is left of what the team paid for, as far as the service says. */
export class ServiceQuota {
  used!: number | null;
  limit!: number | null;
  remaining!: number | null;
  /** The moment or day it starts anew, as the service says it. */
  resetsAt!: string | null;
}

const MEASURING_SERVICES = ['ahrefs', 'moz'] as const;

export class MeasureWish {
  @IsIn(MEASURING_SERVICES)
  @ApiProperty({ enum: MEASURING_SERVICES, enumName: 'MeasuringService' })
  service!: (typeof MEASURING_SERVICES)[number];
}

export class MeasuredMetric {
  source!: string;
  metric!: string;
  value!: number;
  measuredOn!: string;
}

export class MeasureAnswer {
  items!: MeasuredMetric[];
  @ApiProperty({ type: ServiceQuota, nullable: true })
  quota!: ServiceQuota | null;
}
