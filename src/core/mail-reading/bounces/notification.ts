import type { FailedRecipient } from '../mail-reading.js';
import { judgeFailure } from './judge-failure.js';

/** A report that comes as JSON in the body, as services of senders write it. */
export interface Notification {
  readonly kind: 'bounce' | 'complaint' | 'other';
  readonly recipients: readonly FailedRecipient[];
  readonly originalIds: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads a notification of Amazon SES (`notificationType` or `eventType`); null for every other text. */
export function readNotification(text: string): Notification | null {
  const body = jsonAtStart(text);
  if (body === null) return null;
  const type = stringOf(body, 'notificationType') ?? stringOf(body, 'eventType');
  const originalIds = [stringOf(objectOf(body, 'mail'), 'messageId')].filter((id) => id !== null);
  if (type === 'Bounce')
    return { kind: 'bounce', recipients: bounced(objectOf(body, 'bounce')), originalIds };
  if (type === 'Complaint')
    return { kind: 'complaint', recipients: complained(objectOf(body, 'complaint')), originalIds };
  return type === null ? null : { kind: 'other', recipients: [], originalIds };
}

function bounced(bounce: Json): FailedRecipient[] {
  return listOf(bounce, 'bouncedRecipients').map((one) => ({
    address: stringOf(one, 'emailAddress'),
    ...judgeFailure({
      answers: [stringOf(one, 'diagnosticCode') ?? ''],
      told: [`${stringOf(bounce, 'bounceType') ?? ''} ${stringOf(bounce, 'bounceSubType') ?? ''}`],
      account: stringOf(one, 'diagnosticCode') ?? '',
      status: stringOf(one, 'status'),
      action: stringOf(one, 'action'),
      byProgram: false,
      byOwnersRule: false,
    }),
  }));
}

function complained(complaint: Json): FailedRecipient[] {
  return listOf(complaint, 'complainedRecipients').map((one) => complaintOf(stringOf(one, 'emailAddress')));
}

/** A recipient who complained: a report about us, which says nothing of whether his address takes mail. */
export function complaintOf(address: string | null): FailedRecipient {
  return { address, status: null, replyCode: null, permanent: false, scope: 'sender', reason: 'complaint' };
}

/** The object a text begins with; mail systems break its lines and set words behind it. */
function jsonAtStart(text: string): Json | null {
  const start = text.trimStart();
  if (!start.startsWith('{')) return null;
  const end = start.lastIndexOf('}');
  const whole = start.slice(0, end + 1);
  return parsed(whole.replace(/\r?\n[ \t]?/g, '')) ?? parsed(whole);
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: Json, key: string): Json {
  const inner = value[key];
  return isObject(inner) ? inner : {};
}

function listOf(value: Json, key: string): readonly Json[] {
  const inner = value[key];
  return Array.isArray(inner) ? inner.filter(isObject).slice(0, 1_000) : [];
}

function stringOf(value: Json, key: string): string | null {
  const inner = value[key];
  return typeof inner === 'string' ? inner : null;
}
