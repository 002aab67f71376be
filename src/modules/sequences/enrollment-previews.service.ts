import { Injectable } from '@nestjs/common';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { type Draft, type DraftStep, EnrollmentDrafts } from './enrollment-drafts.js';
import { EnrollmentSurroundings, type SendingMailbox } from './enrollment-surroundings.query.js';
import type {
  EnrollmentPreview,
  EnrollmentPreviewWish,
  PitchPreview,
  StepPreview,
} from './enrollments.dto.js';
import { type HeldSequence, SequencesRepository, type SequenceVersion } from './sequences.repository.js';

/** What pitches are enrolled in: a sequence that can be used, its present version, a mailbox that is there. */
export interface EnrollmentTarget {
  readonly sequence: HeldSequence;
  readonly version: SequenceVersion;
  readonly mailbox: SendingMailbox;
}

/** Shows enrolments before they are made: every mail of every pitch, when it goes, and what stands against it. */
@Injectable()
export class EnrollmentPreviews {
  constructor(
    private readonly database: Database,
    private readonly sequences: SequencesRepository,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly drafts: EnrollmentDrafts,
  ) {}

  /** Throws `sequence.not_found`, `sequence.archived`, `enrollment.mailbox_not_found`, `pitch.not_found`. */
  preview(who: Principal, wish: EnrollmentPreviewWish): Promise<EnrollmentPreview> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const target = await this.target(wish.sequenceId, wish.mailboxId);
      const pitches = await this.surroundings.pitches(wish.pitchIds);
      if (pitches.length === 0) throw new AppError('pitch.not_found', {});
      const contacts = new Map((wish.contacts ?? []).map(({ pitchId, contactId }) => [pitchId, contactId]));
      const items: PitchPreview[] = [];
      for (const [index, pitch] of pitches.entries()) {
        const contactId = contacts.get(pitch.id) ?? null;
        const ahead = target.mailbox.waiting + (wish.ahead ?? 0) + index;
        const startOn = wish.startOn ?? null;
        items.push(shownDraft(await this.drafts.draft(who, { ...target, pitch, contactId, startOn, ahead })));
      }
      return { items: problemsFirst(items), needsApproval: target.version.needsApproval };
    });
  }

  /** What pitches may be enrolled in, within the open transaction. */
  async target(sequenceId: string, mailboxId: string): Promise<EnrollmentTarget> {
    const sequence = await this.sequences.one(sequenceId);
    if (sequence === null) throw new AppError('sequence.not_found', { id: sequenceId });
    if (sequence.archivedAt !== null) throw new AppError('sequence.archived', { id: sequenceId });
    const version = await this.sequences.version(sequence.versionId ?? '');
    if (version === null || version.steps.length === 0) throw new AppError('sequence.unusable');
    const mailbox = await this.surroundings.mailbox(mailboxId);
    if (mailbox === null || mailbox.isArchived) throw new AppError('enrollment.mailbox_not_found');
    return { sequence, version, mailbox };
  }
}

/** A step as a preview shows it. */
export function shownStep({ step, purpose, moment, isPassed, filled }: DraftStep): StepPreview {
  return {
    stepNo: step.stepNo,
    kind: step.kind,
    purpose,
    earliestAt: dateOf(moment?.earliestAt),
    latestAt: dateOf(moment?.latestAt),
    note: moment?.note ?? null,
    isPassed,
    subject: filled.subject,
    text: filled.text,
    html: filled.html,
    taskTitle: step.kind === 'task' ? step.taskTitle : null,
    missing: [...filled.missing],
    problems: [...filled.problems],
  };
}

function shownDraft({ pitch, recipient, zone, isCold, refusals, steps }: Draft): PitchPreview {
  const host = pitch.siteKey === null ? null : displayHost(pitch.siteKey);
  const contact = recipient === null ? null : { ...shownContact(recipient), timeZone: zone };
  return {
    pitchId: pitch.id,
    pitchLabel: pitch.label === '' ? (host ?? '') : pitch.label,
    displayHost: host,
    contact,
    contacts: pitch.recipients.map(shownContact),
    isCold,
    canEnroll: refusals.every(({ blocks }) => !blocks),
    refusals: refusals.map(({ code, blocks }) => ({ code, blocks })),
    steps: steps.map(shownStep),
  };
}

function shownContact({ id, name, address, zone }: Draft['pitch']['recipients'][number]) {
  return { id, name, address, timeZone: zone };
}

function problemsFirst(items: readonly PitchPreview[]): PitchPreview[] {
  const weight = ({ canEnroll, refusals }: PitchPreview): number => {
    if (!canEnroll) return 0;
    return refusals.length > 0 ? 1 : 2;
  };
  return [...items].sort((one, other) => weight(one) - weight(other));
}

function dateOf(moment: number | null | undefined): Date | null {
  return moment === null || moment === undefined ? null : new Date(moment);
}
