/** A mail with what it is put in order by. */
interface Timed {
  readonly mailboxId: string;
  readonly mailboxAddress: string;
  readonly notBefore: string;
}

/** The mails of one mailbox that go within one hour. */
export interface HourOfMails<Mail> {
  /** The beginning of the hour. */
  readonly at: Date;
  readonly mails: readonly Mail[];
}

/** A mailbox with the hours its mails go in. */
export interface MailboxPlan<Mail> {
  readonly mailboxId: string;
  readonly address: string;
  readonly hours: readonly HourOfMails<Mail>[];
}

const HOUR = 3_600_000;

/** What goes when, mailbox by mailbox and hour by hour, the soonest first. Hours of zones off by half an hour begin at the half. */
export function byHour<Mail extends Timed>(
  mails: readonly Mail[],
  offsetMs = 0,
): readonly MailboxPlan<Mail>[] {
  const sorted = [...mails].sort((one, other) => one.notBefore.localeCompare(other.notBefore));
  const boxes = new Map<string, { address: string; hours: Map<number, Mail[]> }>();
  for (const mail of sorted) {
    const box = boxes.get(mail.mailboxId) ?? {
      address: mail.mailboxAddress,
      hours: new Map<number, Mail[]>(),
    };
    boxes.set(mail.mailboxId, box);
    const hour = Math.floor((Date.parse(mail.notBefore) + offsetMs) / HOUR) * HOUR - offsetMs;
    box.hours.set(hour, [...(box.hours.get(hour) ?? []), mail]);
  }
  return [...boxes].map(([mailboxId, { address, hours }]) => ({
    mailboxId,
    address,
    hours: [...hours].map(([at, inHour]) => ({ at: new Date(at), mails: inHour })),
  }));
}
