import { ApiProperty } from '@nestjs/swagger';
import { GROUNDS, type Ground } from '../../core/contacts/contact.js';
import {
  MAIL_ANSWERS,
  MAY_MAIL_CODES,
  type MailAnswer,
  type MayMailCode,
} from '../../core/contacts/may-mail.js';
import { SUPPRESSION_SOURCES, type SuppressionSource } from '../../core/courtesy/suppression.js';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../core/prospects/prospect.js';

export class PersonFields {
  id!: string;
  name!: string;
  firstName!: string;
  lastName!: string;
  position!: string;
  language!: string | null;
  formOfAddress!: string;
  country!: string | null;
  timeZone!: string | null;
  notes!: string;
  createdAt!: Date;
  updatedAt!: Date;
  /** The day they said that they want no mail. */
  objectedAt!: Date | null;
  archivedAt!: Date | null;
}

export class PersonAddress {
  address!: string;
  isMain!: boolean;
  status!: string;
  checkedAt!: Date | null;
  createdAt!: Date;
  archivedAt!: Date | null;
}

/** Where they work or worked, as far as it is known here. */
export class PersonPlace {
  site!: string | null;
  publisher!: string | null;
  role!: string;
  isFormer!: boolean;
  since!: string | null;
  until!: string | null;
}

/** Why they may be mailed, and how that is known (GDPR 14: where the data come from). */
export class PersonGround {
  ground!: string;
  evidenceUrl!: string | null;
  evidenceOn!: string | null;
  evidenceText!: string;
  recordedAt!: Date;
  withdrawnAt!: Date | null;
  withdrawnReason!: string | null;
}

/** A field the team made of its own. */
export class PersonOwnField {
  field!: string;
  value!: string;
}

export class PersonNote {
  at!: Date;
  text!: string;
}

export class PersonTouch {
  at!: Date;
  kind!: string;
  direction!: string;
  result!: string;
  site!: string | null;
  note!: string;
}

export class PersonPitch {
  id!: string;
  campaign!: string;
  client!: string;
  site!: string | null;
  label!: string;
  stage!: string;
  outcome!: string | null;
  createdAt!: Date;
}

export class PersonEnrollment {
  sequence!: string;
  toAddress!: string;
  state!: string;
  createdAt!: Date;
}

export class PersonMailOut {
  at!: Date;
  state!: string;
  fromAddress!: string;
  toAddress!: string;
  toName!: string;
  subject!: string;
  text!: string;
}

export class PersonMailIn {
  at!: Date;
  kind!: string;
  fromAddress!: string;
  fromName!: string;
  toAddresses!: string[];
  subject!: string;
  text!: string;
  quoted!: string;
  /** Names of what was attached. */
  attachments!: string[];
}

export class PersonEvent {
  at!: Date;
  kind!: string;
}

/** That they are on the do-not-contact list. */
export class PersonSuppression {
  address!: string | null;
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason!: SuppressionReason;
  @ApiProperty({ enum: SUPPRESSION_SOURCES, enumName: 'SuppressionSource' })
  source!: SuppressionSource;
  evidence!: string;
  note!: string;
  createdAt!: Date;
  liftedAt!: Date | null;
}

/** Everything that is kept of a person (GDPR 15, 20), as one document. */
export class PersonData {
  exportedAt!: Date;
  person!: PersonFields;
  addresses!: PersonAddress[];
  places!: PersonPlace[];
  grounds!: PersonGround[];
  ownFields!: PersonOwnField[];
  notes!: PersonNote[];
  touches!: PersonTouch[];
  pitches!: PersonPitch[];
  enrollments!: PersonEnrollment[];
  mailsOut!: PersonMailOut[];
  mailsIn!: PersonMailIn[];
  events!: PersonEvent[];
  suppressions!: PersonSuppression[];
}

/** How much of a person would be erased. */
export class PersonCounts {
  addresses!: number;
  grounds!: number;
  notes!: number;
  touches!: number;
  enrollments!: number;
  /** Mails that still wait to go out; they are stopped. */
  mailsWaiting!: number;
  mailsOut!: number;
  mailsIn!: number;
  conversations!: number;
}

/** The ground that holds for a contact, with what proves it. */
export class GroundOfContact {
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground' })
  ground!: Ground;
  evidenceUrl!: string | null;
  evidenceOn!: string | null;
  evidenceText!: string;
}

/** Whether somebody may be written to now, and what stands behind the answer. */
export class MayMailAnswer {
  @ApiProperty({ enum: MAIL_ANSWERS, enumName: 'MailAnswer' })
  answer!: MailAnswer;
  @ApiProperty({ enum: [...MAY_MAIL_CODES, 'suppressed'], enumName: 'MayMailNowCode' })
  code!: MayMailCode | 'suppressed';
  /** In the reader's language. */
  sentence!: string;
  country!: string | null;
  ground!: GroundOfContact | null;
  /** The entry of the do-not-contact list that keeps mail from them; null where the log alone knows of it, or none does. */
  suppressionId!: string | null;
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason', nullable: true })
  suppressionReason!: SuppressionReason | null;
}
