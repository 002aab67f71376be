import { headerOf, type MailParts } from '../mail-parts.js';
import { MAILBOX_WORDS } from './failure-words.js';

/** By which sign a mail is known as a report of failure. */
export type BounceRule =
  | 'dsn'
  | 'failed_recipients_header'
  | 'ndr_header'
  | 'notification'
  | 'bounce_subject_and_words'
  | 'bounce_words';

const MACHINE_NAME =
  /(?:^|[\s<"'._-])(?:mailer[-_ ]?daemon|mail[-_ ]?daemon|mdaemon|post[-_]?o?master|mail[-_. ]delivery|maildelivery|delivery[-_ ](?:sub)?system|mail[-_ ](?:sub)?system|mailadmin|system[-_ ]administrator|bounces?|dsn|internet mail delivery|microsoft (?:outlook|exchange)|mail administrator|non-?delivery)/i;
const FAILURE_SUBJECT =
  /undeliver|returned mail|failure notice|delivery (?:status|warning|delay|notification|fail|problem|error|report|unsuccessful|has failed)|mail(?:er)? ?(?:system |delivery |transport )?(?:error|failed|failure|status|report)|(?:mail|message|nachricht|e-?mail) (?:\S+ ){0,3}(?:could not be|not|was not|wasn't|cannot be) (?:be )?(?:delivered|sent)|non[- ]?deliver|not delivered|undelivered|returned to sender|returning message|bounced?\b|failed (?:mail|delivery)|error sending your mail|notice: mail delivery|cannot send message|postmaster notify|there was an error|rejected mail|unzustellbar|nicht zugestellt|zustellung|onbestelbaar|niet (?:af)?(?:geleverd|bezorg)|(?:bezorging|aflevering) (?:\S+ )?(?:mislukt|vertraagd)|vertraagd:|verz[oö]ger|remise (?:retard|diff[eé]r)|entrega (?:retrasad|fallid)|kan niet worden bezorgd|non remis|échec|non distribu|no (?:se ha podido|se puede) entregar|no entregado|devuelto|non recapitat|mancato recapito|impossibile recapitare|não entregue|niedostarcz|nie dostarczon|недоставлен|не (?:может быть |было )?доставлен|配信(?:不能|エラー|できません)|送信(?:できません|エラー)|未配達|退信|系统退信|無法傳遞|投递失败/i;
const FAILURE_WORDS =
  /(?:could|can|was|were|would|has|have|is)(?:n[o']?t|not| not)? (?:\S+ )?(?:not )?(?:be |been )?(?:delivered|relayed|undeliverable|sent to the following)|undeliverable|deliver(?:y|ed)? (?:\S+ ){0,6}(?:failed|failure|unsuccessful|error|problems?|not possible)|unable to (?:\S+ )?(?:deliver|relay|send)|wasn't able to deliver|did not reach|not (?:been )?delivered|permanent (?:fatal )?errors?|fatal errors|following address(?:es|\(es\))? failed|(?:message|mail) (?:\S+ ){0,5}(?:rejected|returned|bounced|postponed)|(?:error|trouble|problem)s? (?:\S+ ){0,2}(?:delivering|sending)|failed permanently|transcript of session|failure reasons?|error message below|invalid (?:user|recipient) address|does not (?:like recipient|exist)|recipients? (?:did|have|could|of this)|rejected your message|errors? (?:has |have )?occurred (?:\S+ ){0,4}(?:deliver|send)|(?:has been|is|was) delayed|temporary failure|returned (?:the following|your) (?:message|mail)|送信(?:でき|が)|配信(?:でき|不能|エラー)|届け|エラー|не может быть доставлено|не удалось доставить|konnte (?:\S+ ){0,6}nicht (?:zugestellt|gesendet)|n'a pas (?:pu )?être (?:remis|distribu|délivré)|no (?:se )?(?:ha podido|pudo|puede) (?:ser )?entreg|kon(?:den)? niet worden (?:bezorgd|afgeleverd)|niet (?:worden )?afgeleverd|(?:bezorgen|bezorging|afleveren|aflevering)(?: \S+){0,12} (?:mislukt|vertraagd|niet gelukt)|(?:nog )?niet (?:worden )?bezorgd|(?:noch )?nicht (?:an \S+ )?zugestellt|fehler bei der zustellung|échec de la remise|error (?:al|en la) entrega|无法(?:送达|投递|发送)|無法(?:傳遞|送達)|退信/i;
const IS_ANSWER = /^\s*(?:re|aw|antw|sv|fwd?|fw|wg) ?:/i;
const ANSWER = /(?:^|[\s:;'"<([>-])(?:[45]\d\d[ -]|#?[45]\.\d\.\d{1,3}\b)/m;

/** Whether a mail was written by a machine: its name says so, its return path is empty, or its header calls it automatic (RFC 3834). */
export function isFromMachine(mail: MailParts): boolean {
  const from = `${mail.from?.name ?? ''} ${mail.from?.address ?? ''}`;
  const isUnnamed = headerOf(mail, 'from') === null || mail.from?.address === '';
  return MACHINE_NAME.test(from) || isUnnamed || hasEmptyReturnPath(mail) || isAutoSubmitted(mail);
}

/** `MAILER-DAEMON` writes reports and nothing else; a postmaster is also a person. */
function isFromDaemon(mail: MailParts): boolean {
  return /^mail(?:er)?-daemon@/i.test(mail.from?.address ?? '');
}

/** Reports go out with an empty return path so that nothing answers them (RFC 5321, 4.5.5). */
export function hasEmptyReturnPath(mail: MailParts): boolean {
  return /^<?\s*(?:mailer-daemon(?:@\S*)?)?>?$/i.test(headerOf(mail, 'return-path') ?? 'none@none');
}

/** Anything but `no`, which is also the default, is a machine's (RFC 3834, 5). */
export function isAutoSubmitted(mail: MailParts): boolean {
  return !/^no\b/i.test(headerOf(mail, 'auto-submitted') ?? 'no');
}

/**
 * Whether a mail reports a failure, and by which sign (D235, D238). Asked before anything else: many reports call themselves automatic answers
 * (D239). A delivery report, or headers only mail systems write, are enough; words need a machine's address, an answer's code, or both.
 */
export function bounceSign(mail: MailParts, words: string, returnsMail: boolean): BounceRule | null {
  if (mail.parts.some(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))) return 'dsn';
  if (headerOf(mail, 'x-failed-recipients') !== null) return 'failed_recipients_header';
  if (headerOf(mail, 'x-ms-exchange-message-is-ndr') !== null) return 'ndr_header';
  return signOfWords(mail, words.slice(0, 8_000), returnsMail);
}

function signOfWords(mail: MailParts, words: string, returnsMail: boolean): BounceRule | null {
  const signs = {
    subject: FAILURE_SUBJECT.test(mail.subject),
    tells: FAILURE_WORDS.test(words),
    answers: ANSWER.test(words),
  };
  if (isFromDaemon(mail) && (signs.subject || returnsMail)) return 'bounce_subject_and_words';
  return isFromMachine(mail) ? signOfMachine(signs, words, returnsMail) : signOfStranger(signs, mail);
}

interface Signs {
  readonly subject: boolean;
  readonly tells: boolean;
  readonly answers: boolean;
}

function signOfMachine(
  { subject, tells, answers }: Signs,
  words: string,
  returnsMail: boolean,
): BounceRule | null {
  if (subject && (tells || answers || returnsMail)) return 'bounce_subject_and_words';
  return tells && (answers || tellsReason(words)) ? 'bounce_words' : null;
}

/** A person who answers a report, or forwards it, is a person. */
function signOfStranger({ subject, tells, answers }: Signs, mail: MailParts): BounceRule | null {
  return subject && tells && answers && !IS_ANSWER.test(mail.subject) ? 'bounce_subject_and_words' : null;
}

/** Reports without any code still say what is wrong with the mailbox. */
function tellsReason(words: string): boolean {
  const flat = words.toLowerCase().replace(/\s+/g, ' ');
  return MAILBOX_WORDS.some(([, patterns]) => patterns.some((pattern) => pattern.test(flat)));
}
