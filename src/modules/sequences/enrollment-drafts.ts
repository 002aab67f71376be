import { Injectable } from '@nestjs/common';
import { dayIn } from '../../core/access/day-end.js';
import { momentOf } from '../../core/sending/window.js';
import { type EnrollRefusal, enrollRefusals } from '../../core/sequences/enroll-refusals.js';
import { planSteps, type StepMoment } from '../../core/sequences/plan.js';
import { recipientZone } from '../../core/sequences/recipient-zone.js';
import { isTaken, type SequenceStep } from '../../core/sequences/step.js';
import { threadSubject } from '../../core/sequences/thread.js';
import { isColdMail } from '../../core/templates/cold-mail.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Principal } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { ConflictService } from '../prospects/conflict.service.js';
import {
  type EnrollablePitch,
  type Recipient,
  type SendingMailbox,
  windowsOf,
} from './enrollment-surroundings.query.js';
import { EnrollmentTexts, type FilledText } from './enrollment-texts.js';
import { deadlineOf } from './enrollment-world.js';
import { type HeldSequence, SequencesRepository, type SequenceVersion } from './sequences.repository.js';

/** What a pitch would be enrolled in. */
export interface DraftWish {
  readonly sequence: HeldSequence;
  readonly version: SequenceVersion;
  readonly mailbox: SendingMailbox;
  readonly pitch: EnrollablePitch;
  readonly contactId: string | null;
  /** YYYY-MM-DD at the recipient. */
  readonly startOn: string | null;
  /** Mails of the mailbox that go before. */
  readonly ahead: number;
}

/** A step as it would be taken. */
export interface DraftStep {
  readonly step: SequenceStep;
  readonly purpose: string | null;
  readonly locale: TemplateLocale;
  readonly moment: StepMoment | null;
  readonly isPassed: boolean;
  readonly filled: FilledText;
}

/** An enrolment that is not made yet, with all that stands against it. */
export interface Draft {
  readonly pitch: EnrollablePitch;
  readonly recipient: Recipient | null;
  readonly zone: string | null;
  readonly isCold: boolean;
  readonly startsAt: number;
  readonly steps: readonly DraftStep[];
  readonly refusals: readonly { readonly code: EnrollRefusal; readonly blocks: boolean }[];
}

const NOTHING: FilledText = {
  subject: null,
  text: null,
  html: null,
  templateVersionId: null,
  missing: [],
  problems: [],
};

/** Writes enrolments as they would be: every mail filled in, its moments, and what stands against it now. Changes nothing. */
@Injectable()
export class EnrollmentDrafts {
  constructor(
    private readonly sequences: SequencesRepository,
    private readonly texts: EnrollmentTexts,
    private readonly conflicts: ConflictService,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  async draft(who: Principal, wish: DraftWish): Promise<Draft> {
    const { pitch, version, mailbox, sequence } = wish;
    const recipient = chosen(pitch, wish.contactId);
    const templates = await this.sequences.templates(
      version.steps.flatMap(({ templateId }) => templateId ?? []),
    );
    const purposes = new Map([...templates].map(([id, { purpose }]) => [id, purpose]));
    const isCold = this.isCold(pitch, version, purposes, recipient);
    const zone = recipientZone(recipient?.zone ?? null, recipient?.country ?? null);
    const windows = windowsOf(mailbox, version, zone);
    const now = this.clock.now().getTime();
    const { startOn } = wish;
    const startsAt =
      startOn === null
        ? now
        : Math.max(now, momentOf(startOn, windows.recipient.from, windows.recipient.zone));
    const hasAddress = recipient?.address !== null && recipient !== null;
    const taken = version.steps.filter((step) => isTaken(step, hasAddress));
    const moments = planSteps({
      steps: taken.map((step) => ({
        ...step,
        isThanks: purposes.get(step.templateId ?? '') === 'thank_you',
      })),
      windows,
      startsAt,
      ahead: wish.ahead,
      capPerDay: mailbox.capPerDay,
      deadlineOn: deadlineOf(pitch, version.endsOnDateField),
    });
    const steps: DraftStep[] = [];
    for (const step of version.steps) {
      const template = templates.get(step.templateId ?? '');
      const purpose = template?.purpose ?? null;
      const locale = template?.locale === 'nl' ? 'nl' : 'en';
      const isCertain = taken.includes(step) && recipient !== null && step.kind === 'mail';
      const cold =
        isColdMail(pitch.kind, purpose ?? '') && isCold ? ({ locale, ...formOf(recipient) } as const) : null;
      const filled = isCertain ? await this.texts.fill(who, textWish(wish, recipient, step, cold)) : NOTHING;
      const moment = moments.find(({ stepNo }) => stepNo === step.stepNo) ?? null;
      steps.push({ step, purpose, locale, moment, isPassed: !taken.includes(step), filled });
    }
    const refusals = await this.refusals(who, { wish, recipient, isCold, steps, sequence });
    return { pitch, recipient, zone, isCold, startsAt, steps: inThreads(steps), refusals };
  }

  /** A journalist who asked is not approached cold, whatever the purpose of the mail says. */
  private isCold(
    pitch: EnrollablePitch,
    version: SequenceVersion,
    purposes: ReadonlyMap<string, string>,
    recipient: Recipient | null,
  ): boolean {
    if (recipient?.ground === 'journalist_request') return false;
    return version.steps.some(({ templateId }) =>
      isColdMail(pitch.kind, purposes.get(templateId ?? '') ?? ''),
    );
  }

  private async refusals(
    who: Principal,
    {
      wish,
      recipient,
      isCold,
      steps,
      sequence,
    }: {
      wish: DraftWish;
      recipient: Recipient | null;
      isCold: boolean;
      steps: readonly DraftStep[];
      sequence: HeldSequence;
    },
  ): Promise<Draft['refusals']> {
    const { pitch, mailbox } = wish;
    const { clientId, brandId, siteId } = pitch;
    const conflict = siteId === null ? null : await this.conflicts.of(who, siteId, { clientId, brandId });
    const mails = steps.filter(({ step, isPassed }) => step.kind === 'mail' && !isPassed);
    const certain = mails.filter(({ purpose }) => purpose !== 'thank_you');
    const standing = recipient === null ? null : { ...recipient, hasAddress: recipient.address !== null };
    return enrollRefusals({
      isPitchClosed: pitch.outcome !== null || pitch.isArchived,
      isPitchPaused: pitch.status === 'paused',
      isCampaignClosed: pitch.isCampaignArchived || pitch.campaignStatus === 'finished',
      isCampaignPaused: pitch.campaignStatus === 'paused',
      isOtherClient: sequence.clientId !== null && sequence.clientId !== clientId,
      isOtherKind: sequence.kind !== null && sequence.kind !== pitch.kind,
      recipient: standing,
      needsAddress: wish.version.steps.some(
        ({ kind, condition }) => kind === 'mail' && condition === 'always',
      ),
      isCold,
      isFirst: !pitch.isContacted,
      conflicts: (conflict?.reasons ?? []) as Parameters<typeof enrollRefusals>[0]['conflicts'],
      mailbox: {
        isPaused: mailbox.state === 'paused',
        isForClient: mailbox.clientIds.length === 0 || mailbox.clientIds.includes(clientId),
        isHistoryRead: mailbox.signIn === 'catcher' || !['running'].includes(mailbox.historyState),
        hasSender: mailbox.senderName !== '' || pitch.assigneeMemberId !== null || who.memberId !== '',
      },
      texts: {
        isMissing: certain.some(({ filled }) => filled.missing.length > 0),
        isBroken: certain.some(({ filled }) => filled.missing.length === 0 && filled.problems.length > 0),
      },
      moments: {
        isTooLate: steps[0]?.moment?.note === 'after_deadline',
        isNever: steps.some(({ moment }) => moment?.note === 'never_open'),
      },
      today: dayIn(this.clock.now().getTime(), (await this.team.workspace()).timeZone),
    });
  }
}

/** The contact that was chosen, or the first who can be written to, or the first at all. */
function chosen(pitch: EnrollablePitch, contactId: string | null): Recipient | null {
  if (contactId !== null) return pitch.recipients.find(({ id }) => id === contactId) ?? null;
  const there = pitch.recipients.filter(({ isErased, isArchived }) => !isErased && !isArchived);
  const writable = there.find(({ address, isFormer }) => address !== null && !isFormer);
  return writable ?? there[0] ?? null;
}

function formOf(recipient: Recipient | null) {
  return { isFormal: recipient?.isFormal ?? false, ground: recipient?.ground ?? null };
}

function textWish(
  { pitch, mailbox }: DraftWish,
  recipient: Recipient | null,
  step: SequenceStep,
  cold: Parameters<EnrollmentTexts['fill']>[1]['cold'],
): Parameters<EnrollmentTexts['fill']>[1] {
  return {
    pitchId: pitch.id,
    contactId: recipient?.id ?? '',
    templateId: step.templateId ?? '',
    mailbox,
    cold,
  };
}

/** Subjects as they will stand: a mail in the thread answers the first one. */
function inThreads(steps: readonly DraftStep[]): DraftStep[] {
  const first = steps.find(({ step, isPassed }) => step.kind === 'mail' && !isPassed);
  return steps.map((one) => {
    if (one === first || one.filled.subject === null) return one;
    const subject = threadSubject(one.filled.subject, first?.filled.subject ?? null, one.step.inThread);
    return { ...one, filled: { ...one.filled, subject } };
  });
}
