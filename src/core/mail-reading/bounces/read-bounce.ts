import { headerOf, type MailParts } from '../mail-parts.js';
import type { FailedRecipient } from '../mail-reading.js';
import { type BounceRule, bounceSign } from './bounce-signs.js';
import { type DeliveryReport, type ReportedRecipient, readDeliveryReport } from './delivery-report.js';
import { judgeFailure } from './judge-failure.js';
import { quotedAnswers, type ToldRecipient, toldRecipients, withoutOriginal } from './report-text.js';

const DELAY_SUBJECT =
  /\(delay(?:ed)?\)|delivery (?:\S+ )?delayed|delayed delivery|delivery delay|delivery (?:status )?warning|warning: (?:message|could not|mail)|not yet (?:been )?delivered|noch nicht zugestellt|(?:verz[oö]gerte|verz[oö]gerung)|(?:nog niet|vertraagde?) (?:bezorg|aflever)|vertraging|remise (?:retard|diff[eé]r)|retras(?:o|ada) |ritardo/i;
const DELAY_WORDS =
  /this is (?:just |only )?a warning|message will be retried|you do not need to (?:resend|take any action)|no action is required on your part|(?:has|have) (?:not yet been delivered|been (?:postponed|delayed))|delivery attempts will continue|(?:will|shall) (?:continue|keep) (?:to )?(?:try|trying|attempt|retry)\w*|will (?:be retried|retry|try again) (?:\S+ ){0,4}(?:for|until|over|over the next|up to|\d)|zustellversuche werden fortgesetzt|wird weiterhin versuch|blijft (?:\S+ ){0,3}proberen|wordt opnieuw geprobeerd|nous continuerons|se seguir[aá] intentando/i;
/** Some reports of a failure tell of the delay that led to it. */
const GIVEN_UP =
  /(?:gave|given|giving) (?:it )?up|permanent(?:ly)? (?:error|fail)|failed permanently|will not be retried|(?:have|has) been (?:returned|removed from the (?:mail )?queue)/i;

/** A report of failure; `isFailure` is false for one that only tells of a delay or of a delivery (D236). */
export interface BounceReading {
  readonly rule: BounceRule | 'dsn_delayed' | 'dsn_information';
  readonly isFailure: boolean;
  readonly recipients: readonly FailedRecipient[];
}

/** Reads a report of failure; null for a mail that is none. `text` is its body as text. */
export function readBounce(mail: MailParts, text: string): BounceReading | null {
  const words = withoutOriginal(text);
  const rule = bounceSign(mail, words, words.length < text.length || returnsPart(mail));
  if (rule === null) return null;
  const report = reportOf(mail, words);
  const told = toldRecipients(words, knownRecipients(mail, report), ours(mail));
  if (report !== null && report.recipients.length > 0) return ofReport(rule, report, told, mail);
  const recipients = told.map((one) => ofWords(one));
  const isFailure = !isDelayNotice(mail.subject, words);
  return isFailure
    ? { rule, isFailure, recipients }
    : { rule: 'dsn_delayed', isFailure, recipients: recipients.map(delayed) };
}

/** The report as a part of its own, or written into the text as some systems do. */
function reportOf(mail: MailParts, words: string): DeliveryReport | null {
  const parts = mail.parts.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const text = parts.map((part) => part.text ?? '').join('\n\n');
  if (parts.length > 0) return readDeliveryReport(text);
  const inner = innerReport(mail);
  if (inner !== null) return readDeliveryReport(inner);
  const at = words.search(/^(?:Final-Recipient|Reporting-MTA|Action):/im);
  return at === -1 ? null : readDeliveryReport(words.slice(at));
}

function returnsPart(mail: MailParts): boolean {
  return mail.parts.some(({ type }) => /^message\/(?:global|rfc822)$|^text\/rfc822-headers$/.test(type));
}

/** The fields of a report that a gateway wrapped into a mail of its own, to set a notice below it. */
function innerReport(mail: MailParts): string | null {
  for (const { type, text } of mail.parts) {
    if (type !== 'message/rfc822') continue;
    const [, fields = null] =
      /^content-type:\s*message\/delivery-status[^\n]*\n(?:[^\n]+\n)*\s*\n([\s\S]{1,20000}?)(?:\n--|$(?![\s\S]))/im.exec(
        (text ?? '').replaceAll('\r\n', '\n'),
      ) ?? [];
    if (fields !== null) return fields;
  }
  return null;
}

function ofReport(
  rule: BounceRule,
  report: DeliveryReport,
  told: readonly ToldRecipient[],
  mail: MailParts,
): BounceReading {
  const failed = report.recipients.filter(({ action }) => !isInformation(action));
  const isFailure = failed.some(({ action }) => action !== 'delayed');
  const shown = isFailure ? failed.filter(({ action }) => action !== 'delayed') : failed;
  const recipients = shown.map((one, index) =>
    ofReported(one, accountOf(one, index, told, shown.length), report, mail),
  );
  if (isFailure) return { rule, isFailure, recipients };
  return { rule: failed.length > 0 ? 'dsn_delayed' : 'dsn_information', isFailure, recipients };
}

/** `delivered`, `relayed` and `expanded` tell of no failure (RFC 3464, 2.3.3). */
function isInformation(action: string | null): boolean {
  return action !== null && /^(?:delivered|relayed|expanded)$/.test(action);
}

function accountOf(
  one: ReportedRecipient,
  index: number,
  told: readonly ToldRecipient[],
  count: number,
): string {
  const same = told.find(
    ({ address }) => address !== null && address.toLowerCase() === one.address?.toLowerCase(),
  );
  if (same !== undefined) return same.account;
  return count === 1 || told.length === count ? (told[index]?.account ?? '') : '';
}

function ofReported(
  one: ReportedRecipient,
  account: string,
  report: DeliveryReport,
  mail: MailParts,
): FailedRecipient {
  const verdict = judgeFailure({
    answers: [one.diagnostic, quotedAnswers(account), one.comment],
    told: [one.category, account],
    account: `${account}\n${one.diagnostic}`,
    status: one.status,
    action: one.action,
    byProgram: one.diagnosticType === 'x-unix',
    byOwnersRule: /inbound-smtp\.\S*amazonaws\.com/i.test(report.reportingMta),
  });
  return { address: one.address ?? headerAddresses(mail)[0] ?? null, ...verdict };
}

function ofWords({ address, account }: ToldRecipient): FailedRecipient {
  const verdict = judgeFailure({
    answers: [quotedAnswers(account)],
    told: [account],
    account,
    status: null,
    action: null,
    byProgram: false,
    byOwnersRule: false,
  });
  return { address, ...verdict };
}

function delayed(recipient: FailedRecipient): FailedRecipient {
  return { ...recipient, permanent: false, scope: 'message', reason: 'delayed' };
}

/** Servers without a report tell of a delay in words (D236). */
function isDelayNotice(subject: string, words: string): boolean {
  return DELAY_SUBJECT.test(subject) || (DELAY_WORDS.test(words) && !GIVEN_UP.test(words));
}

function knownRecipients(mail: MailParts, report: DeliveryReport | null): readonly string[] {
  const reported = (report?.recipients ?? []).flatMap(({ address }) => (address === null ? [] : [address]));
  return reported.length > 0 ? reported : headerAddresses(mail);
}

function headerAddresses(mail: MailParts): readonly string[] {
  const value = headerOf(mail, 'x-failed-recipients') ?? '';
  return value
    .split(/[\s,;]+/)
    .map((address) => address.replace(/[<>]/g, ''))
    .filter((address) => address.includes('@'))
    .slice(0, 500);
}

function ours(mail: MailParts): readonly string[] {
  return mail.to.map(({ address }) => address);
}
