import { ApiProperty } from '@nestjs/swagger';
import { AUTHORITY_SOURCES, type AuthoritySource } from '../../core/sites/authority.js';

export const READING_STATES = ['not_configured', 'never_read', 'running', 'done', 'failed'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** What is known about one open list. */
export class AuthorityList {
  @ApiProperty({ enum: AUTHORITY_SOURCES, enumName: 'AuthoritySource' })
  source!: AuthoritySource;
  /** How the last reading went; `not_configured` when the settings name no such list. */
  @ApiProperty({ enum: READING_STATES, enumName: 'AuthorityReadingState' })
  state!: ReadingState;
  /** The edition that was last read well; empty when none was. */
  release!: string;
  /** The day that edition speaks of. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  measuredOn!: string | null;
  readAt!: Date | null;
  /** Domains in that edition. */
  listedDomains!: number;
  /** Lines of that edition that could not be read. */
  unreadableLines!: number;
  /** Sites of this workspace that it names. */
  matchedSites!: number;
  /** Why the last reading failed. */
  errorCode!: string | null;
}

export class AuthorityView {
  items!: AuthorityList[];
}
