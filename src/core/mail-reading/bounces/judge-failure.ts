import type { FailureScope } from '../mail-reading.js';
import { FAILURE_REASONS, type FailureReason, isAddressReason } from './failure-reasons.js';
import { type FailureWords, FIRST_WORDS, MAILBOX_WORDS } from './failure-words.js';
import { LATER_WORDS, WEAK_WORDS } from './later-words.js';
import { type SmtpStage, stageOf } from './smtp-stage.js';
import { isVague, reasonOfStatus, replyCodeIn, statusIn } from './status-code.js';

/** What one report says of one recipient. */
export interface FailureFacts {
  /** What the far server answered, by weight. */
  readonly answers: readonly string[];
  /** What the report tells about it in words of its own. */
  readonly told: readonly string[];
  /** Everything that is said of this recipient, with its line breaks: where the stage stands. */
  readonly account: string;
  /** The Status field of a delivery report. */
  readonly status: string | null;
  /** The Action field of a delivery report (RFC 3464, 2.3.3). */
  readonly action: string | null;
  /** The program a delivery was given to failed, not the address (Diagnostic-Code of type x-unix). */
  readonly byProgram: boolean;
  /** The report comes from a server that had taken the mail and whose owner has it answered: his words say nothing about addresses. */
  readonly byOwnersRule: boolean;
}

export interface FailureVerdict {
  readonly status: string | null;
  readonly replyCode: string | null;
  readonly permanent: boolean;
  readonly scope: FailureScope;
  readonly reason: FailureReason;
}

const LONGEST = 2_000;
/** RFC 7504: this host, or this domain, takes no mail at all. */
const TAKES_NO_MAIL = ['521', '556'];
/** Words only a mail system uses that has looked into its own directory: believed without code or stage. */
const OF_DIRECTORY =
  /not listed in (?:\S+ ){0,3}(?:name & address|address book|domino|directory)|recipient name is not recogni[sz]ed|000c05a6|recip(?:ient)?notfound|no mailbox here by that name|invalid final delivery userid|delivery error: dd |annuaire domino|directorio de domino|domino ディレクトリ|ディレクトリのリスト|bad-mailbox|local mailbox \S+ is unavailable: user not found/;
/** How Sendmail begins what it says of one address of the envelope, where a report leaves out the stage and the status says nothing of a mailbox. */
const OF_ENVELOPE = /^55\d[ -](?:5\.[03]\.0 )?<[^<>@]{1,80}@[^<>@]{1,200}>\.\.\. /;

/**
 * Decides what a failure means: words before codes, since a status often contradicts them (D240). `permanent` is said only when the refusal is
 * about the address and nothing in the conversation casts doubt on it.
 */
export function judgeFailure(facts: FailureFacts): FailureVerdict {
  const answers = facts.answers.map(answerOf);
  const told = facts.told.map(withoutStage);
  const said: Said = {
    answers,
    told,
    status: clearestStatus(facts.status, [...answers, ...told]),
    replyCode: answers.map(replyCodeIn).find((code) => code !== null) ?? null,
    stage: stageOf(facts.account.toLowerCase()),
  };
  const reason = isDelay(facts.action) ? 'delayed' : doubted(reasonOf(facts, said), facts, said);
  const { status, replyCode } = said;
  return { status, replyCode, permanent: isAddressReason(reason), scope: FAILURE_REASONS[reason], reason };
}

/** What was read from the facts, all texts normalised. */
interface Said {
  readonly answers: readonly string[];
  readonly told: readonly string[];
  readonly status: string | null;
  readonly replyCode: string | null;
  readonly stage: SmtpStage | null;
}

function isDelay(action: string | null): boolean {
  return action !== null && /^delay/i.test(action);
}

function clearestStatus(stated: string | null, texts: readonly string[]): string | null {
  if (stated !== null && !isVague(stated)) return stated;
  return texts.map(statusIn).find((status) => status !== null) ?? stated;
}

/** The server's own words, then strong words of the account around them, then the code, then what is left of words. */
function reasonOf(facts: FailureFacts, said: Said): FailureReason {
  if (facts.byProgram) return 'mailer';
  if (isDirectoryRefusal(said) || isPlainlyUnknown(said)) return 'user_unknown';
  return (
    firstReason(said.answers, [...FIRST_WORDS, ...LATER_WORDS]) ??
    firstReason(said.told, FIRST_WORDS) ??
    reasonOfStatus(said.status) ??
    firstReason([...said.answers, ...said.told], [...LATER_WORDS, ...WEAK_WORDS]) ??
    'undetermined'
  );
}

function firstReason(texts: readonly string[], words: readonly FailureWords[]): FailureReason | null {
  for (const text of texts) {
    const found = words.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** Casts doubt on a reason that would be permanent where the conversation does. */
function doubted(reason: FailureReason, facts: FailureFacts, said: Said): FailureReason {
  if (isSilentNoMail(reason, said)) return 'domain_takes_no_mail';
  if (!isAddressReason(reason)) return reason;
  if (facts.byOwnersRule) return 'recipient_filter';
  if (speaksOfSender(reason, said)) return 'sender_refused';
  if (isTemporary(said) && !isNoDomain(said))
    return reason === 'user_unknown' ? 'recipient_refused' : 'network';
  return reason === 'user_unknown' ? doubtedUser(said) : reason;
}

/** Refused before any recipient was named, or a domain found wanting in what was sent: the server speaks of us. */
function speaksOfSender(reason: FailureReason, { stage }: Said): boolean {
  return stage === 'mail' || stage === 'connect' || (stage === 'data' && reason === 'host_unknown');
}

/**
 * "No such user" counts where a server can know it: with a status of the address class, in answer to RCPT, or where a mail system speaks of its
 * own directory. Said after the data, or with a bare code and at no stage, it is what filters answer.
 */
function doubtedUser(said: Said): FailureReason {
  return stateOfMailbox(said) ?? (isBelievable(said) ? 'user_unknown' : 'recipient_refused');
}

function isSilentNoMail(reason: FailureReason, said: Said): boolean {
  const speaksOfSender =
    FAILURE_REASONS[reason] === 'sender' || reason === 'mailbox_full' || reason === 'suspended';
  return TAKES_NO_MAIL.includes(said.replyCode ?? '') && !speaksOfSender;
}

/** A server may answer "user unknown" for a mailbox that is full or disabled and say so beside it. */
function stateOfMailbox(said: Said): FailureReason | null {
  const isVagueAnswer = said.status === null || isVague(said.status);
  return isVagueAnswer ? firstReason(said.told, MAILBOX_WORDS) : null;
}

/** Servers with a directory at their edge say no more than this of an address they do not know. */
function isDirectoryRefusal({ stage, status, answers, told }: Said): boolean {
  const isAtEdge = stage === 'rcpt' || (stage === null && status === '5.4.1');
  return (
    isAtEdge && [...answers, ...told].some((text) => /recipient address rejected: access denied/.test(text))
  );
}

/**
 * The server's own status says that the address is nobody's, and so does the first thing it says: what follows ("see our blocklist policy",
 * "protected by …") is a notice it puts below every refusal.
 */
function isPlainlyUnknown({ answers, status, stage }: Said): boolean {
  const isStated = status !== null && /^5\.1\.(?:1|10)$/.test(status) && (stage === null || stage === 'rcpt');
  if (!isStated || firstReason(answers, MAILBOX_WORDS) !== null) return false;
  const [clause = ''] = (answers.find((answer) => answer !== '') ?? '')
    .replace(/^(?:[45]\d\d[ -])?(?:#?5\.\d{1,3}\.\d{1,3}[ :-]*)?(?:<[^<>]{1,300}>[:. ]*)?/, '')
    .split(/[;,]|\. | - | see /);
  return firstReason([clause], [...FIRST_WORDS, ...LATER_WORDS]) === 'user_unknown';
}

/** The name service itself said that there is no such domain, which some senders report under a status that says nothing (Gmail: `4.0.0`). */
function isNoDomain({ status, answers }: Said): boolean {
  const isSilent = status === null || isVague(status);
  return isSilent && answers.some((text) => /\bnxdomain\b/.test(text));
}

/** Either code may say that the failure passes; where they contradict each other, nobody is accused. */
function isTemporary({ status, replyCode }: Said): boolean {
  return status?.startsWith('4') === true || replyCode?.startsWith('4') === true;
}

function isBelievable({ status, stage, answers, told }: Said): boolean {
  if (status !== null && /^5\.(?:1\.|4\.1$)/.test(status)) return true;
  if (stage === 'rcpt' || (stage === null && answers.some((text) => OF_ENVELOPE.test(text)))) return true;
  return [...answers, ...told].some((text) => OF_DIRECTORY.test(text));
}

/**
 * The answer itself. Some gateways wrap it into words of their own, with the far server's in quotes; others append at what command it came.
 */
function answerOf(text: string): string {
  const flat = withoutStage(text);
  return /(?:error|problem) ([45]\d\d-'.{1,2000}')/.exec(flat)?.[1] ?? flat;
}

function withoutStage(text: string): string {
  return normalized(text).replace(/\(in reply to [^)]{1,40}\)/g, '');
}

/** Small letters, straight quotes, white space as single spaces, capped: what the words are written for. */
function normalized(text: string): string {
  return text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
