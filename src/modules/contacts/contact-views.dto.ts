import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  ADDRESS_STATUSES,
  type AddressStatus,
  FORMS_OF_ADDRESS,
  type FormOfAddress,
  GROUNDS,
  type Ground,
  WITHDRAWN_REASONS,
  type WithdrawnReason,
} from '../../core/contacts/contact.js';
import {
  MAIL_ANSWERS,
  MAY_MAIL_CODES,
  type MailAnswer,
  type MayMailCode,
} from '../../core/contacts/may-mail.js';
import { ListPage } from '../../platform/http/list.dto.js';

/** Whether a contact may be mailed first, and why. */
export class MayMailView {
  @ApiProperty({ enum: MAIL_ANSWERS, enumName: 'MailAnswer' })
  answer!: MailAnswer;
  @ApiProperty({ enum: MAY_MAIL_CODES, enumName: 'MayMailCode' })
  code!: MayMailCode;
}

/** Where a contact works or worked, in short: a site or a publisher. */
export class PlaceInRow {
  siteId!: string | null;
  publisherId!: string | null;
  /** The site's host as people read it, or the publisher's name. */
  label!: string;
  role!: string;
  isFormer!: boolean;
}

export class ContactRow {
  id!: string;
  name!: string;
  position!: string;
  language!: string | null;
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'FormOfAddress' })
  formOfAddress!: FormOfAddress;
  timeZone!: string | null;
  country!: string | null;
  mainAddress!: string | null;
  @ApiProperty({ enum: ADDRESS_STATUSES, enumName: 'AddressStatus', nullable: true })
  mainAddressStatus!: AddressStatus | null;
  addressCount!: number;
  /** The first three, current ones first. */
  places!: PlaceInRow[];
  placeCount!: number;
  /** The ground that holds now; null when there is none. */
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground', nullable: true })
  ground!: Ground | null;
  mayMail!: MayMailView;
  /** Works nowhere any more that we know of. */
  isFormer!: boolean;
  objectedAt!: Date | null;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
  /** Send it back with a change; a stale one is refused. */
  revision!: number;
}

export class ContactList extends ListPage {
  items!: ContactRow[];
}

export class ContactAddressView {
  id!: string;
  address!: string;
  isMain!: boolean;
  @ApiProperty({ enum: ADDRESS_STATUSES, enumName: 'AddressStatus' })
  status!: AddressStatus;
  /** What the last check found: a code, null before the first. */
  findingCode!: string | null;
  checkedAt!: Date | null;
  /** Who said so: `check`, `hand`, `import` or a service. */
  checkedBy!: string | null;
  createdAt!: Date;
}

export class ContactPlaceView extends PlaceInRow {
  id!: string;
  sinceOn!: string | null;
  untilOn!: string | null;
}

export class ContactGroundView {
  id!: string;
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground' })
  ground!: Ground;
  evidenceUrl!: string | null;
  evidenceOn!: string | null;
  evidenceText!: string;
  recordedAt!: Date;
  /** Null when the program or somebody who left recorded it. */
  recordedByName!: string | null;
  withdrawnAt!: Date | null;
  @ApiProperty({ enum: WITHDRAWN_REASONS, enumName: 'WithdrawnReason', nullable: true })
  withdrawnReason!: WithdrawnReason | null;
}

/** What the contact's sites suggest where nothing is known; never written by itself. */
export class ContactHints {
  language!: string | null;
  country!: string | null;
}

/** Something worth a look; the act went through. */
export class ContactWarning {
  @ApiProperty({ enum: ['name_alike'], enumName: 'ContactWarningCode' })
  code!: 'name_alike';
  contactId!: string;
  name!: string;
}

/** A ground that earlier mail offers; a person records it, or it stays an offer. */
export class ProposedGround {
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground' })
  ground!: Ground;
  /** The day of the last mail, YYYY-MM-DD. */
  evidenceOn!: string;
  mailboxId!: string;
  mailboxAddress!: string;
}

export class ContactDetail extends OmitType(ContactRow, ['places']) {
  firstName!: string;
  lastName!: string;
  notes!: string;
  importId!: string | null;
  erasedAt!: Date | null;
  /** All places, current ones first. */
  places!: ContactPlaceView[];
  /** The main one first. */
  addresses!: ContactAddressView[];
  /** Newest first, withdrawn ones too. */
  grounds!: ContactGroundView[];
  proposedGround!: ProposedGround | null;
  hints!: ContactHints;
  /** Filled by the act that added the contact. */
  warnings!: ContactWarning[];
}
