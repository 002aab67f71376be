/** Where an exchange with a server ended. `body` begins with the first byte of the mail, `dot` when all of it was handed over. */
export const SMTP_PHASES = ['connect', 'greeting', 'sign_in', 'mail', 'rcpt', 'data', 'body', 'dot'] as const;
export type SmtpPhase = (typeof SMTP_PHASES)[number];

/** How an exchange ended: what was answered last, if that was an answer at all, and whether our own stop came first. */
export interface SmtpEnd {
  readonly phase: SmtpPhase;
  /** The whole last answer of the server; null for a drop, silence, or what is no answer. */
  readonly reply: string | null;
  /** A code of ours for a drop, silence, TLS and the like; null where the server answered. */
  readonly fault: string | null;
  /** The commit before the first byte said no: the mail was stopped, or belongs to somebody else by now. */
  readonly isStopped: boolean;
}

/** What an end means. Only `doubt` leaves it open whether the mail was taken. */
export type SmtpOutcome =
  | { readonly kind: 'sent'; readonly reply: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'later'; readonly ladder: Ladder; readonly code: string; readonly isHost: boolean }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly reply: string }
  | { readonly kind: 'sign_in_refused'; readonly code: string }
  | { readonly kind: 'doubt'; readonly code: string };

/** Which waits follow: greylisting lifts after some minutes; a rate that was passed asks for a longer breath. */
export type Ladder = 'ordinary' | 'greylist' | 'rate';

/** Why a mail will not be taken: no such address, a rule of the server, too large, or another final no. */
export type FailureCode = 'address_unknown' | 'policy' | 'too_large' | 'refused';

interface Reply {
  readonly code: number;
  readonly enhanced: string;
  readonly text: string;
}

const REPLY = /^([2-5]\d\d)(?:[ -]([\s\S]*))?$/;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;
const RATE = /\b(?:rate|too many|throttl|quota exceeded|limit exceeded|slow down|try again later.*limit)/i;
const UNKNOWN_USER =
  /\b(?:user unknown|unknown user|no such (?:user|mailbox|recipient)|(?:mailbox|recipient|address|user) (?:does not exist|not found|unavailable|unknown)|invalid (?:recipient|mailbox))/i;
const POLICY_WORDS =
  /\b(?:spam|blocked|blacklist|blocklist|policy|reputation|denied|not allowed|rejected)\b/i;

/**
 * What an end means, as failure table F4 has it. Before the first byte everything but a yes is a sure no; after the last one only an
 * answer of 250, 4xx or 5xx is sure (RFC 5321, 4.2; RFC 1047 for what lies between).
 */
export function outcomeOf(end: SmtpEnd): SmtpOutcome {
  if (end.isStopped) return { kind: 'stopped' };
  const reply = readReply(end.reply);
  if (end.phase === 'dot' || end.phase === 'body') return afterTheFirstByte(end, reply);
  if (reply === null || reply.code < 400)
    return {
      kind: 'later',
      ladder: 'ordinary',
      code: end.fault ?? 'not_spoken',
      isHost: isOfHost(end.phase),
    };
  if (reply.code === 421) return later(reply, end.phase);
  if (isSignInRefusal(end.phase, reply))
    return { kind: 'sign_in_refused', code: `smtp_${String(reply.code)}` };
  return beforeTheBody(end.phase, reply);
}

function afterTheFirstByte(end: SmtpEnd, reply: Reply | null): SmtpOutcome {
  if (reply === null) return { kind: 'doubt', code: end.fault ?? 'not_spoken' };
  if (reply.code >= 500) return failed(failureOf(reply, false), reply);
  if (reply.code >= 400) return later(reply, end.phase);
  // A yes to a mail that was not whole, or another yes than the one there is, says nothing.
  if (end.phase === 'body' || reply.code !== 250) return { kind: 'doubt', code: 'not_spoken' };
  return { kind: 'sent', reply: end.reply ?? '' };
}

/** 4xx at any command waits; a final no to the recipient is one; to the sender or the session it is nobody's address. */
function beforeTheBody(phase: SmtpPhase, reply: Reply): SmtpOutcome {
  if (reply.code < 500) return later(reply, phase);
  if (phase === 'rcpt' || phase === 'data') return failed(failureOf(reply, phase === 'rcpt'), reply);
  if (phase === 'mail') return failed(reply.code === 552 ? 'too_large' : 'policy', reply);
  return {
    kind: 'later',
    ladder: 'ordinary',
    code: `smtp_${String(reply.code)}`,
    isHost: isOfHost(phase),
  };
}

function failed(code: FailureCode, reply: Reply): SmtpOutcome {
  return { kind: 'failed', code, reply: `${String(reply.code)} ${reply.text}` };
}

function later(reply: Reply, phase: SmtpPhase): SmtpOutcome {
  const isGrey = (phase === 'mail' || phase === 'rcpt') && [450, 451, 452].includes(reply.code);
  const ladder: Ladder = RATE.test(reply.text) ? 'rate' : isGrey ? 'greylist' : 'ordinary';
  return { kind: 'later', ladder, code: `smtp_${String(reply.code)}`, isHost: isOfHost(phase) };
}

/** RFC 4954: 535 and 534 refuse who signs in, 530 asks for it; anywhere before the mail is handed over. */
function isSignInRefusal(phase: SmtpPhase, reply: Reply): boolean {
  return [535, 534, 530].includes(reply.code) || (phase === 'sign_in' && reply.code >= 500);
}

/** Only 5.1.x, or words that say so, speak of the address; 5.7.x is a rule of the server (RFC 3463). */
function failureOf(reply: Reply, isRecipient: boolean): FailureCode {
  if (reply.enhanced.startsWith('5.7.')) return 'policy';
  if (reply.enhanced === '5.3.4' || reply.code === 552) return 'too_large';
  if (isRecipient && isUnknownUser(reply)) return 'address_unknown';
  return POLICY_WORDS.test(reply.text) ? 'policy' : 'refused';
}

function isUnknownUser({ enhanced, text }: Reply): boolean {
  // 5.1.7 and 5.1.8 speak of the sender's address.
  if (/^5\.1\.(?:[0-6]|9|10)$/.test(enhanced)) return true;
  return enhanced === '' && UNKNOWN_USER.test(text);
}

function isOfHost(phase: SmtpPhase): boolean {
  return phase === 'connect' || phase === 'greeting';
}

function readReply(text: string | null): Reply | null {
  const [, code, rest = ''] = REPLY.exec(text?.trim() ?? '') ?? [];
  if (code === undefined) return null;
  return { code: Number(code), enhanced: ENHANCED.exec(rest)?.[1] ?? '', text: rest };
}
