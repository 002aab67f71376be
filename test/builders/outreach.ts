import { createTransport } from 'nodemailer';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import type { TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { made } from './agency.js';
import { aMailableContact, aPitch } from './campaigns.js';
import type { MailAccount } from './mail-account.js';
import type { MailServers } from './mail-server.js';
import { aTemplate, enrolled, leave, mailsOf, type WaitingMail } from './sequences.js';

/** Connects a mailbox of the test's own servers; answers its id. */
export async function aMailbox(person: Person, servers: MailServers, address: string): Promise<string> {
  return made(
    await person.browser.post('/mailboxes', {
      ...servers.connection(address),
      senderName: 'Mila Berg',
      signature: 'Canal Agency, Canal 1',
    }),
  );
}

/** Looks into a mailbox once, as the worker does. */
export function read(app: TestApp, { workspaceId }: Person, mailboxId: string): Promise<void> {
  return app.get(InboxWorker).readOnce({ workspaceId, mailboxId });
}

/** A mail and a follow-up whose texts need nothing but the site. */
export async function plainSteps(person: Person): Promise<Record<string, unknown>[]> {
  const body = 'Hello,\n\nThis is about {{site.name}}.\n\n{{sender.name}}';
  const first = await aTemplate(person, 'first', { body });
  const second = await aTemplate(person, 'follow_up_1', { body });
  return [
    { kind: 'mail', waitWorkingDays: 0, templateId: first },
    { kind: 'mail', waitWorkingDays: 4, templateId: second },
  ];
}

/** A pitch with its person, enrolled; its first mail has left. */
export interface Pitched {
  readonly pitchId: string;
  readonly contactId: string;
  readonly enrollmentId: string;
  readonly siteAddress: string;
  readonly address: string;
  readonly first: WaitingMail;
}

/** Who is pitched, and with what. */
export interface PitchWish {
  readonly campaignId: string;
  readonly sequenceId: string;
  readonly mailboxId: string;
  readonly siteAddress: string;
  /** Somebody who is known already. */
  readonly contactId?: string;
  readonly name?: string;
}

/** Adds a pitch on a site, enrols it, and lets its first mail leave. */
export async function pitched(app: TestApp, person: Person, wish: PitchWish): Promise<Pitched> {
  const { siteAddress, campaignId, sequenceId, mailboxId, name = 'Ann Potter' } = wish;
  const contactId = wish.contactId ?? (await aMailableContact(person, siteAddress, name));
  const contact = (await person.browser.get(`/contacts/${contactId}`)).body;
  const pitch = await aPitch(person, campaignId, { siteAddress, contactIds: [contactId] });
  const enrollment = await enrolled(person, { sequenceId, mailboxId, pitchIds: [String(pitch.id)] });
  const enrollmentId = String(enrollment.id);
  await leave(app, person.workspaceId, enrollmentId);
  const [first] = await mailsOf(app, enrollmentId);
  if (first === undefined) throw new Error(`no mail: ${JSON.stringify(enrollment)}`);
  const address = String(contact.addresses[0].address);
  return { pitchId: String(pitch.id), contactId, enrollmentId, siteAddress, address, first };
}

/** How an enrolment stands now. */
export async function standing(person: Person, enrollmentId: string): Promise<Answer['body']> {
  return (await person.browser.get(`/enrollments/${enrollmentId}`)).body;
}

/** A plain mail as somebody's program writes it. */
export function aMail(mail: {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
}): string {
  const head: Record<string, string> = {
    From: mail.from,
    To: mail.to,
    Subject: mail.subject,
    Date: 'Fri, 20 Nov 2026 10:00:00 +0100',
    'Message-ID': `<${mail.messageId ?? `${Math.random().toString(36).slice(2)}@mail.example`}>`,
    ...(mail.inReplyTo === undefined
      ? {}
      : { 'In-Reply-To': `<${mail.inReplyTo}>`, References: `<${mail.inReplyTo}>` }),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...mail.headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', ...mail.text.split('\n')].join('\r\n');
}

/** A report of a failed delivery as Postfix writes it (RFC 3464). */
export function aBounce(report: {
  readonly to: string;
  readonly recipient: string;
  readonly status: string;
  readonly diagnostic: string;
  readonly originalId: string;
}): string {
  const { to, recipient, status, diagnostic, originalId } = report;
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Fri, 20 Nov 2026 10:05:00 +0100',
    `Message-ID: <${Math.random().toString(36).slice(2)}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.',
    '',
    `<${recipient}>: host mx.example said: ${diagnostic}`,
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: failed`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${to}`,
    `To: ${recipient}`,
    'Subject: About first',
    `Message-ID: <${originalId}>`,
    '',
    '--b1--',
    '',
  ].join('\r\n');
}

/** Hands a mail to the test's SMTP server as one of its accounts. */
export async function sendAs(
  servers: MailServers,
  account: MailAccount,
  mail: Readonly<Record<string, unknown>>,
): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: servers.smtpPort,
    ignoreTLS: true,
    auth: { user: account.address, pass: account.password ?? '' },
  });
  const sent = await transport.sendMail({ from: account.address, ...mail });
  transport.close();
  return sent.messageId;
}
