import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import type { ConflictReason } from '../../core/prospects/conflict.js';
import { momentOf } from '../../core/sending/window.js';
import type { StepTemplate } from '../../core/sequences/check-sequence.js';
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

type Templates = ReadonlyMap<string, StepTemplate>;

/** What the parts of a draft go by. */
interface Ground {
  readonly wish: DraftWish;
  readonly recipient: Recipient | null;
  readonly templates: Templates;
  readonly isCold: boolean;
}

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
    const { pitch, version } = wish;
    const recipient = chosen(pitch, wish.contactId);
    const ids = version.steps.flatMap(({ templateId }) => templateId ?? []);
    const templates = await this.sequences.templates(ids);
    const isCold = isApproachedCold(pitch, recipient, templates);
    const ground: Ground = { wish, recipient, templates, isCold };
    const zone = recipientZone(recipient?.zone ?? null, recipient?.country ?? null);
    const startsAt = startOf(wish, zone, this.clock.now().getTime());
    const steps = await this.steps(who, ground, planOf(ground, zone, startsAt));
    const refusals = await this.refusals(who, ground, steps);
    return { pitch, recipient, zone, isCold, startsAt, steps: inThreads(steps), refusals };
  }

  private async steps(who: Principal, ground: Ground, moments: readonly StepMoment[]): Promise<DraftStep[]> {
    const { wish, recipient, templates } = ground;
    const steps: DraftStep[] = [];
    for (const step of wish.version.steps) {
      const template = templates.get(step.templateId ?? '');
      const isPassed = !isTaken(step, hasAddress(recipient));
      const text = isPassed || recipient === null ? null : textWish(ground, recipient, step);
      steps.push({
        step,
        purpose: template?.purpose ?? null,
        locale: localeOf(template),
        moment: moments.find(({ stepNo }) => stepNo === step.stepNo) ?? null,
        isPassed,
        filled: text === null ? NOTHING : await this.texts.fill(who, text),
      });
    }
    return steps;
  }

  private async refusals(
    who: Principal,
    { wish, recipient, isCold }: Ground,
    steps: readonly DraftStep[],
  ): Promise<Draft['refusals']> {
    const { pitch, mailbox, sequence, version } = wish;
    const { clientId, brandId, siteId } = pitch;
    const conflict = siteId === null ? null : await this.conflicts.of(who, siteId, { clientId, brandId });
    return enrollRefusals({
      ...standingOf(pitch, sequence),
      recipient: recipient === null ? null : { ...recipient, hasAddress: hasAddress(recipient) },
      needsAddress: version.steps.some(({ kind, condition }) => kind === 'mail' && condition === 'always'),
      isCold,
      isFirst: !pitch.isContacted,
      conflicts: (conflict?.reasons ?? []) as readonly ConflictReason[],
      mailbox: mailboxStanding(mailbox, clientId),
      texts: textStanding(steps),
      moments: {
        isTooLate: steps[0]?.moment?.note === 'after_deadline',
        isNever: steps.some(({ moment }) => moment?.note === 'never_open'),
      },
      today: localDay(this.clock.now().getTime(), (await this.team.workspace()).timeZone),
    });
  }
}

function hasAddress(recipient: Recipient | null): boolean {
  return recipient !== null && recipient.address !== null;
}

function localeOf(template: StepTemplate | undefined): TemplateLocale {
  return template?.locale === 'nl' ? 'nl' : 'en';
}

/** A journalist who asked is not approached cold, whatever the purpose of the mails says. */
function isApproachedCold(
  pitch: EnrollablePitch,
  recipient: Recipient | null,
  templates: Templates,
): boolean {
  if (recipient?.ground === 'journalist_request') return false;
  return [...templates.values()].some(({ purpose }) => isColdMail(pitch.kind, purpose));
}

function startOf({ startOn, mailbox, version }: DraftWish, zone: string | null, now: number): number {
  const { recipient } = windowsOf(mailbox, version, zone);
  return startOn === null ? now : Math.max(now, momentOf(startOn, recipient.from, recipient.zone));
}

function planOf({ wish, recipient, templates }: Ground, zone: string | null, startsAt: number) {
  const { pitch, version, mailbox, ahead } = wish;
  const taken = version.steps.filter((step) => isTaken(step, hasAddress(recipient)));
  return planSteps({
    steps: taken.map((step) => ({
      ...step,
      isThanks: templates.get(step.templateId ?? '')?.purpose === 'thank_you',
    })),
    windows: windowsOf(mailbox, version, zone),
    startsAt,
    ahead,
    capPerDay: mailbox.capPerDay,
    deadlineOn: deadlineOf(pitch, version.endsOnDateField),
  });
}

function standingOf(pitch: EnrollablePitch, sequence: HeldSequence) {
  return {
    isPitchClosed: pitch.outcome !== null || pitch.isArchived,
    isPitchPaused: pitch.status === 'paused',
    isCampaignClosed: pitch.isCampaignArchived || pitch.campaignStatus === 'finished',
    isCampaignPaused: pitch.campaignStatus === 'paused',
    isOtherClient: sequence.clientId !== null && sequence.clientId !== pitch.clientId,
    isOtherKind: sequence.kind !== null && sequence.kind !== pitch.kind,
  };
}

function mailboxStanding(mailbox: SendingMailbox, clientId: string) {
  return {
    isPaused: mailbox.state === 'paused',
    isForClient: mailbox.clientIds.length === 0 || mailbox.clientIds.includes(clientId),
    isHistoryRead: mailbox.historyState !== 'running',
    hasSender: true,
  };
}

/** Thanks are filled in when they are due: what they are for is not there yet. */
function textStanding(steps: readonly DraftStep[]) {
  const now = steps.filter(
    ({ step, isPassed, purpose }) => step.kind === 'mail' && !isPassed && purpose !== 'thank_you',
  );
  return {
    isMissing: now.some(({ filled }) => filled.missing.length > 0),
    isBroken: now.some(({ filled }) => filled.missing.length === 0 && filled.problems.length > 0),
  };
}

/** The contact that was chosen, or the first who can be written to, or the first at all. */
function chosen(pitch: EnrollablePitch, contactId: string | null): Recipient | null {
  if (contactId !== null) return pitch.recipients.find(({ id }) => id === contactId) ?? null;
  const there = pitch.recipients.filter(({ isErased, isArchived }) => !isErased && !isArchived);
  const writable = there.find(({ address, isFormer }) => address !== null && !isFormer);
  return writable ?? there[0] ?? null;
}

function textWish({ wish, templates, isCold }: Ground, recipient: Recipient, step: SequenceStep) {
  const template = templates.get(step.templateId ?? '');
  if (step.kind === 'task' || template === undefined) return null;
  const { isFormal, ground } = recipient;
  const isColdStep = isCold && isColdMail(wish.pitch.kind, template.purpose);
  return {
    pitchId: wish.pitch.id,
    contactId: recipient.id,
    templateId: template.id,
    mailbox: wish.mailbox,
    cold: isColdStep ? { locale: localeOf(template), isFormal, ground } : null,
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
