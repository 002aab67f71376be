import type { FailureReason } from './failure-reasons.js';

const ENHANCED = /(?:^|[\s(#[:;,=<"'-])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g;
const REPLY = /(?:^|[\s:;,('"<>[-])([45]\d\d)(?=[ :-](?!\d{2}:)|$)/;

/** The enhanced status code of a text (RFC 3463): the first one that says more than "other", else the first one. */
export function statusIn(text: string): string | null {
  const found = [...text.matchAll(ENHANCED)]
    .map(([, status = '']) => status)
    .filter((status) => !status.startsWith('2'));
  return found.find((status) => !isVague(status)) ?? found[0] ?? null;
}

/** The reply code of SMTP a text quotes. */
export function replyCodeIn(text: string): string | null {
  return REPLY.exec(text)?.[1] ?? null;
}

/** Whether a status says no more than its class (D237): `5.0.0` is what servers write that know nothing better. */
export function isVague(status: string): boolean {
  return /^\d\.0\.0$/.test(status);
}

/** Reasons codes stand for where words are silent (D241 to D243). */
const BY_STATUS: readonly (readonly [RegExp, FailureReason])[] = [
  [/^5\.7\.27$/, 'domain_takes_no_mail'],
  [/^5\.7\.(?:2[0-46]|30|509|515)$/, 'authentication'],
  [/^\d\.7\.25$/, 'reverse_dns'],
  [/^\d\.7\.(?:60[4-9]|51[13])$/, 'sender_blocked'],
  [/^\d\.7\.28$/, 'spam'],
  [/^\d\.7\.(?:1[37])$/, 'suspended'],
  [/^5\.1\.[013]$|^5\.1\.351$/, 'user_unknown'],
  [/^5\.1\.2$|^5\.4\.4$|^5\.4\.310$/, 'host_unknown'],
  [/^5\.1\.6$/, 'moved'],
  [/^5\.1\.10$/, 'user_unknown'],
  [/^\d\.1\.[789]$/, 'sender_refused'],
  [/^\d\.2\.2$/, 'mailbox_full'],
  [/^\d\.2\.1$/, 'suspended'],
  [/^\d\.2\.3$|^\d\.3\.4$/, 'too_big'],
  [/^\d\.2\./, 'recipient_filter'],
  [/^\d\.4\.7$/, 'expired'],
  [/^\d\.4\./, 'network'],
  [/^\d\.3\./, 'system'],
  [/^\d\.5\.3$/, 'rate_limited'],
  [/^\d\.5\./, 'protocol'],
  [/^\d\.6\./, 'content'],
  [/^4\.7\./, 'greylisted'],
  [/^5\.7\./, 'policy'],
  [/^4\./, 'expired'],
];

/** What a status code alone says, null for the vague ones. */
export function reasonOfStatus(status: string | null): FailureReason | null {
  if (status === null || status === '5.0.0') return null;
  return BY_STATUS.find(([form]) => form.test(status))?.[1] ?? null;
}
