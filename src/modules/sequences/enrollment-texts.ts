import { Injectable } from '@nestjs/common';
import type { Ground } from '../../core/contacts/contact.js';
import { withEnding } from '../../core/sequences/mail-ending.js';
import { optOutLine } from '../../core/templates/opt-out.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { PitchMailService } from '../campaigns/pitch-mail.service.js';
import { EnrollmentSurroundings, type SendingMailbox } from './enrollment-surroundings.query.js';
import { EnrollmentsRepository, type HeldEnrollment, type HeldStep } from './enrollments.repository.js';

/** A mail to fill in for one pitch and one contact. */
export interface TextWish {
  readonly pitchId: string;
  readonly contactId: string;
  readonly templateId: string;
  readonly mailbox: SendingMailbox;
  /** Null where no line about objecting belongs. */
  readonly cold: {
    readonly locale: TemplateLocale;
    readonly isFormal: boolean;
    readonly ground: Ground | null;
  } | null;
}

/** A mail filled in, or what is missing. */
export interface FilledText {
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly templateVersionId: string | null;
  readonly missing: readonly string[];
  readonly problems: readonly string[];
}

/** The words of mails: a template filled in for a pitch, signed by its mailbox, with the line about objecting where it belongs. */
@Injectable()
export class EnrollmentTexts {
  constructor(
    private readonly database: Database,
    private readonly mails: PitchMailService,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly enrollments: EnrollmentsRepository,
  ) {}

  async fill(who: Principal, wish: TextWish): Promise<FilledText> {
    const { mailbox, cold } = wish;
    const sender = mailbox.senderName === '' ? null : { name: mailbox.senderName, email: mailbox.address };
    const mail = await this.mails.preview(
      who,
      wish.pitchId,
      { templateId: wish.templateId, contactId: wish.contactId },
      sender,
    );
    const templateVersionId = await this.surroundings.templateVersion(wish.templateId);
    const { missing } = mail;
    const problems = mail.problems.map(({ code }) => code);
    if (mail.text === null || mail.html === null)
      return { subject: null, text: null, html: null, templateVersionId, missing, problems };
    const optOut = cold === null ? null : optOutLine(cold.locale, cold.isFormal, cold.ground);
    const ended = withEnding({ text: mail.text, html: mail.html }, { signature: mailbox.signature, optOut });
    const subject = variantOf(mail.subjects, wish.pitchId);
    return { subject, ...ended, templateVersionId, missing, problems };
  }

  /** The words of a mail that could not be known at enrolment, such as where a link is; null while they still are not. */
  async late(held: HeldEnrollment, step: HeldStep): Promise<HeldStep | null> {
    const mailbox = await this.surroundings.mailbox(held.mailboxId);
    if (mailbox === null || step.templateId === null) return null;
    try {
      const { pitchId, contactId } = held;
      const wish = { pitchId, contactId, templateId: step.templateId, mailbox, cold: null };
      const { subject, text, html, templateVersionId } = await this.fill(this.program(held), wish);
      if (subject === null || text === null) return null;
      await this.enrollments.writeStep(held.id, step.stepNo, { subject, text, html });
      return { ...step, subject, text, html, templateVersionId };
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return null;
      throw error;
    }
  }

  /** The program itself, on behalf of who enrolled the pitch. */
  private program(held: HeldEnrollment): Principal {
    const { workspaceId, clientIds = null } = this.database.scope();
    return {
      userId: held.createdBy ?? '',
      memberId: held.memberId ?? held.id,
      workspaceId,
      role: 'member',
      clientIds,
      locale: 'en',
      tokenId: null,
      sessionId: null,
    };
  }
}

/** One of several subjects, always the same for a pitch, so that a preview shows what leaves. */
function variantOf(subjects: readonly string[], pitchId: string): string | null {
  const sum = [...pitchId].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return subjects[sum % Math.max(1, subjects.length)] ?? null;
}
