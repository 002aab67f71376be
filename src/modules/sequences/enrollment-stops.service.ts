import { Injectable } from '@nestjs/common';

/** Whom a reply of a person concerns: the person, the sites of the conversation, and their publisher. */
export interface ReplyScope {
  /** The mail that came in. */
  readonly inboundId: string;
  readonly contactId: string | null;
  /** The address the reply came from, as `mailAddressKey` writes it. */
  readonly addressKey: string;
  readonly siteIds: readonly string[];
  readonly publisherIds: readonly string[];
}

/** What was stopped, and what could not be because it was on its way already. */
export interface Stopped {
  readonly enrollmentIds: readonly string[];
  /** Outbound mails that had left, or are in doubt, when the stop came. */
  readonly tooLateIds: readonly string[];
}

/** Ends and pauses what would still be mailed, because of what came in. Everything runs in the open transaction. */
@Injectable()
export class EnrollmentStops {
  /** Pauses every enrolment of the person, on the sites of the conversation and at their publisher, and no other. */
  pauseForReply(_reply: ReplyScope): Promise<Stopped> {
    return Promise.resolve(NOTHING);
  }

  /** Stops every enrolment that writes to this address for good, with the reason that stands on it. */
  stopAddress(_addressKey: string, _code: string): Promise<Stopped> {
    return Promise.resolve(NOTHING);
  }

  /** Pauses every enrolment that writes to this address until a person resumes it. */
  pauseAddress(_addressKey: string, _code: string): Promise<Stopped> {
    return Promise.resolve(NOTHING);
  }

  /** Lets every enrolment that writes to this address wait until a day (YYYY-MM-DD): an absence is no answer. */
  delayUntil(_addressKey: string, _day: string): Promise<Stopped> {
    return Promise.resolve(NOTHING);
  }

  /** Lets a paused enrolment go on. Throws `enrollment.not_found`, `enrollment.not_paused`. */
  resume(_enrollmentId: string): Promise<void> {
    return Promise.resolve();
  }
}

const NOTHING: Stopped = { enrollmentIds: [], tooLateIds: [] };
