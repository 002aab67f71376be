import type { WorkspaceSettings } from '../../core/access/workspace-settings.js';
import type { Ground } from '../../core/contacts/contact.js';
import type { EnrollmentFacts } from '../../core/sending/last-word-facts.js';
import type { MessageState, OutboundKind } from '../../core/sending/message-state.js';

/** The mail the last word is about, with what stands beside it. */
export interface MailRow {
  readonly id: string;
  readonly kind: OutboundKind;
  readonly state: MessageState;
  readonly attempt: number;
  readonly isFirst: boolean;
  readonly isCold: boolean;
  readonly messageId: string;
  readonly clientId: string | null;
  readonly mailboxId: string;
  readonly enrollmentId: string | null;
  readonly stepNo: number | null;
  readonly generation: number;
  readonly pitchId: string | null;
  readonly campaignId: string | null;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly conversationId: string | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly fromName: string;
  readonly addressKey: string;
  readonly toDomain: string;
  readonly subject: string;
  readonly text: string;
  readonly unsubscribeUrl: string | null;
  readonly claimedAt: Date | null;
  readonly windowZone: string | null;
  readonly windowFrom: string | null;
  readonly windowUntil: string | null;
  readonly workDays: readonly number[] | null;
  readonly pitchStatus: string | null;
  readonly isPitchArchived: boolean;
  readonly brandId: string | null;
  readonly campaignLimit: number | null;
  readonly workspaceZone: string;
  readonly settings: Partial<WorkspaceSettings>;
}

export interface MailboxRow {
  readonly id: string;
  readonly state: 'active' | 'paused';
  readonly pauseCode: string | null;
  readonly isArchived: boolean;
  readonly signIn: string;
  readonly senderName: string;
  readonly historyState: string;
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  readonly days: readonly number[];
  readonly capPerDay: number;
  readonly gapSeconds: number;
  readonly jitterSeconds: number;
  readonly rampFrom: number | null;
  readonly rampStep: number;
  readonly rampStartedOn: string | null;
  readonly nextSlotAt: Date | null;
  /** Empty: for every client. */
  readonly clientIds: readonly string[];
}

export interface EnrollmentRow {
  readonly state: EnrollmentFacts['state'];
  readonly stateCode: string | null;
  readonly stateSince: Date;
  readonly nextStepNo: number | null;
  readonly generation: number;
}

export interface ContactStanding {
  readonly country: string | null;
  readonly ground: Ground | null;
  readonly hasEvidence: boolean;
  readonly objectedAt: Date | null;
  readonly isErased: boolean;
  readonly isArchived: boolean;
}

export interface RecipientStanding {
  readonly suppression: string | null;
  readonly siteSuppression: string | null;
  readonly mayBeAnsweredOnce: boolean;
  readonly hasNullMx: boolean;
  readonly hasBounced: boolean;
  readonly isExcluded: boolean;
}
