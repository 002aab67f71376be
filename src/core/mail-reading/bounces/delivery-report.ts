import { readHeaderBlocks } from '../header-block.js';
import type { MailHeader } from '../mail-parts.js';

/** What a delivery report says of one recipient (RFC 3464, 2.3). */
export interface ReportedRecipient {
  readonly address: string | null;
  /** In small letters: failed, delayed, delivered, relayed, expanded. */
  readonly action: string | null;
  readonly status: string | null;
  /** What stands behind the status in parentheses. */
  readonly comment: string;
  /** `smtp`, `x-unix` and so on. */
  readonly diagnosticType: string;
  readonly diagnostic: string;
  /** What the sending system itself takes the failure for (PowerMTA writes it). */
  readonly category: string;
}

export interface DeliveryReport {
  readonly reportingMta: string;
  readonly recipients: readonly ReportedRecipient[];
}

const OF_RECIPIENT =
  /^(?:final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code|final-log-id|x-powermta-bouncecategory|remote-mta|last-attempt-date|will-retry-until)$/;
/** A mail of ours has one recipient; what names more than this is read no further. */
const MOST_RECIPIENTS = 100;

/**
 * Reads the fields of a delivery report. Blocks that lack their empty line are parted at the second Final-Recipient, and a recipient's fields
 * that stand in the message's block are taken too: real reports do both.
 */
export function readDeliveryReport(text: string): DeliveryReport {
  const blocks = readHeaderBlocks(text);
  const reportingMta = blocks.flat().find(({ key }) => key === 'reporting-mta')?.value ?? '';
  const recipients = blocks
    .flatMap(splitByRecipient)
    .filter((block) => block.some(({ key }) => /recipient$|^diagnostic-code$|^action$/.test(key)))
    .slice(0, MOST_RECIPIENTS)
    .map(recipientOf);
  return { reportingMta, recipients };
}

function splitByRecipient(block: readonly MailHeader[]): MailHeader[][] {
  const groups: MailHeader[][] = [[]];
  for (const field of block.filter(({ key }) => OF_RECIPIENT.test(key))) {
    const group = groups.at(-1) ?? [];
    if (field.key === 'final-recipient' && group.some(({ key }) => key === 'final-recipient'))
      groups.push([field]);
    else group.push(field);
  }
  return groups.filter((group) => group.length > 0);
}

function recipientOf(fields: readonly MailHeader[]): ReportedRecipient {
  const field = (name: string) => fields.find(({ key }) => key === name)?.value ?? '';
  const [, status = null, comment = ''] = /^([245]\.\d{1,3}\.\d{1,3})\s*(.*)$/.exec(field('status')) ?? [];
  const [, type = '', diagnostic = ''] = /^([\w-]{1,40})\s*;(.*)$/s.exec(field('diagnostic-code')) ?? [
    '',
    '',
    field('diagnostic-code'),
  ];
  const addresses = ['original-recipient', 'final-recipient', 'x-actual-recipient'].map((name) =>
    addressOf(field(name)),
  );
  return {
    address: addresses.find((address) => address !== null) ?? null,
    action: /^[a-z]+/.exec(field('action').toLowerCase())?.[0] ?? null,
    status,
    comment,
    diagnosticType: type.toLowerCase(),
    diagnostic: diagnostic.trim(),
    category: field('x-powermta-bouncecategory'),
  };
}

/** The address of a typed field such as `rfc822; someone@there.example`; what is no mail address (a file, a pipe) is null. */
function addressOf(value: string): string | null {
  const bare = value.replace(/^[\w-]+\s*;/, '').trim();
  return /([^\s<>(),;:"']{1,200}@[^\s<>(),;:"']{1,250})/.exec(bare)?.[1] ?? null;
}
