import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { SIGHT_ANSWERS, type SightAnswer } from '../../../core/suggestions/dead-sight.js';
import { MENTION_ANSWERS, type MentionAnswer } from '../../../core/suggestions/mentions.js';
import { READ_PLACES, type ReadPlace } from '../../../core/suggestions/proposed.js';
import { REQUEST_FLAGS, type RequestFlag } from '../../../core/suggestions/request-text.js';
import {
  REQUEST_LAYOUTS,
  REQUEST_PROBLEMS,
  type RequestLayout,
  type RequestProblem,
} from '../../../core/suggestions/requests.js';
import { IsFilled, IsWebAddress } from '../../../platform/http/field-rules.js';

/** A page that could become a pitch of the campaign. */
export class PageToRead {
  @IsUUID()
  campaignId!: string;

  @IsString()
  @IsWebAddress()
  url!: string;
}

/** A pasted request, or a mail with several. */
export class TextToRead {
  @IsUUID()
  campaignId!: string;

  @IsString()
  @IsFilled()
  @MaxLength(200_000)
  text!: string;
}

/** A value for one of the own fields of the campaign's kind, with where it was read and the words it was read from. */
export class ProposedFieldView {
  key!: string;
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'boolean' },
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: true },
    ],
  })
  value!: unknown;
  @ApiProperty({ enum: READ_PLACES, enumName: 'ReadPlace' })
  where!: ReadPlace;
  quote!: string;
}

/** A link of the page, and whether it still leads anywhere. */
export class LookedLink {
  url!: string;
  anchor!: string;
  isFrame!: boolean;
  isOutbound!: boolean;
  sentence!: string;
  @ApiProperty({ enum: SIGHT_ANSWERS, enumName: 'SightAnswer' })
  answer!: SightAnswer;
  status!: number | null;
  finding!: string | null;
}

export class MentionView {
  sentence!: string;
  name!: string;
  heading!: string | null;
  isFrame!: boolean;
  isLinked!: boolean;
}

export class LinkToBrandView {
  url!: string;
  anchor!: string;
  isFrame!: boolean;
}

/** Where the page names the brand, and whether it links to it already. */
export class MentionReadingView {
  @ApiProperty({ enum: MENTION_ANSWERS, enumName: 'MentionAnswer' })
  answer!: MentionAnswer;
  mentions!: MentionView[];
  links!: LinkToBrandView[];
}

/** What was read from a page. Where nothing was read, `finding` says why. */
export class PageReadingResult {
  isRead!: boolean;
  status!: number | null;
  finding!: string | null;
  /** Where the page stands, redirects followed. */
  pageUrl!: string;
  /** Two letters; null where the page does not say. */
  language!: string | null;
  fields!: ProposedFieldView[];
  links!: LookedLink[];
  mention!: MentionReadingView | null;
  /** The address a publisher wants pitches sent to. */
  address!: string | null;
}

export const READING_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** A reading on its way, or done. */
export class PageReadingView {
  id!: string;
  @ApiProperty({ enum: READING_STATES, enumName: 'ReadingState' })
  state!: ReadingState;
  /** Pages that were asked for: the page itself and its links. */
  finished!: number;
  total!: number;
  /** Null until it is done. */
  result!: PageReadingResult | null;
}

/** One request of a pasted text. */
export class ReadRequest {
  /** Its number in the digest. */
  no!: number | null;
  /** What the pitch can be called. */
  title!: string;
  outletUrl!: string | null;
  category!: string | null;
  /** The moment of the deadline; null unless day, hour and zone are all written. */
  deadlineAt!: Date | null;
  /** The deadline in its own words. */
  deadlineWords!: string | null;
  isOverdue!: boolean | null;
  /** Addresses in its words beside the one to answer to. */
  otherAddresses!: string[];
  @ApiProperty({ enum: REQUEST_FLAGS, enumName: 'RequestFlag', isArray: true })
  flags!: RequestFlag[];
  /** Words planted for machines were cut from it. */
  hasCanary!: boolean;
  fields!: ProposedFieldView[];
}

/** What was read from a pasted text; nothing of it is kept. */
export class TextReading {
  @ApiProperty({ enum: REQUEST_LAYOUTS, enumName: 'RequestLayout' })
  layout!: RequestLayout;
  @ApiProperty({ enum: REQUEST_PROBLEMS, enumName: 'RequestProblem', nullable: true })
  problem!: RequestProblem | null;
  /** Requests its index names, where it has one. */
  indexed!: number | null;
  source!: string | null;
  requests!: ReadRequest[];
}

/** One dated look at the page that is said to be dead. */
export class ProofSight {
  url!: string;
  on!: string;
  status!: number | null;
  finding!: string | null;
  isDead!: boolean;
}

/** How far the proof is: two different days are needed (D288). */
export class PitchProof {
  /** The look that was just made. */
  sight!: ProofSight;
  sights!: ProofSight[];
  isProven!: boolean;
  /** Different days on which it was found dead, at its present address. */
  days!: number;
  daysNeeded!: number;
  revision!: number;
}
