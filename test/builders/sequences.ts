import { MailNews } from '../../src/modules/sending/mail-news.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { bodyOf } from '../http/answers.js';
import type { TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { made } from './agency.js';

/** Makes a mailbox that catches all it sends; answers its id. */
export async function aCatcher(
  app: TestApp,
  workspaceId: string,
  address = `post${newId().slice(-6)}@agency.example`,
): Promise<string> {
  const id = newId();
  await app.database.asOwner(
    `insert into mailboxes (workspace_id, id, address, address_key, sender_name, signature, sign_in, created_at, updated_at)
     values ($1, $2, $3, $3, 'Olga Owner', 'Canal Agency, Canal 1', 'catcher', $4, $4)`,
    [workspaceId, id, address, app.clock.now()],
  );
  return id;
}

let templates = 0;

/** Makes a template that any pitch with a contact fills; answers its id. */
export async function aTemplate(
  person: Person,
  purpose: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  templates += 1;
  return made(
    await person.browser.post('/templates', {
      name: `Mail ${templates}`,
      purpose,
      locale: 'en',
      subjects: [`About ${purpose}`],
      body: `Hi {{contact.name}},\n\nA ${purpose} for {{site.name}}.\n\n{{sender.name}}, {{sender.company}}`,
      ...changes,
    }),
  );
}

/** A mail and a follow-up four working days later, as a form sends them. */
export async function mailSteps(person: Person): Promise<Record<string, unknown>[]> {
  const [first, second] = [await aTemplate(person, 'first'), await aTemplate(person, 'follow_up_1')];
  return [
    { kind: 'mail', waitWorkingDays: 0, templateId: first },
    { kind: 'mail', waitWorkingDays: 4, templateId: second },
  ];
}

/** Makes a sequence; answers its detail. */
export function aSequence(
  person: Person,
  steps: readonly Readonly<Record<string, unknown>>[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer['body']> {
  templates += 1;
  const sequence = { name: `Sequence ${templates}`, steps, ...changes };
  return bodyOf(person.browser.post('/sequences', sequence), 201);
}

/** Enrols a pitch; answers the enrolment as it stands then. */
export async function enrolled(
  person: Person,
  wish: Readonly<Record<string, unknown>> & { readonly pitchIds: readonly string[] },
): Promise<Answer['body']> {
  const answer = await person.browser.post('/enrollments', wish);
  if (answer.status !== 201) throw new Error(`not enrolled: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (await person.browser.get(`/enrollments/${String(answer.body.enrollmentId)}`)).body;
}

/** A mail on its way out, as the tests ask for it. */
export interface WaitingMail {
  readonly id: string;
  readonly state: string;
  readonly subject: string;
  readonly text: string;
  readonly generation: number;
  readonly notBefore: Date;
  readonly inReplyTo: string | null;
  readonly messageId: string;
  readonly unsubscribeUrl: string | null;
  readonly isCold: boolean;
  readonly isFirst: boolean;
  readonly stepNo: number;
}

/** The mails of an enrolment, oldest first. */
export function mailsOf(app: TestApp, enrollmentId: string): Promise<WaitingMail[]> {
  return app.database.asOwner<WaitingMail>(
    `select id, state, subject, body_text as text, generation, not_before as "notBefore", in_reply_to as "inReplyTo",
       message_id as "messageId", unsubscribe_url as "unsubscribeUrl", is_cold as "isCold", is_first as "isFirst", step_no as "stepNo"
     from outbound_messages where enrollment_id = $1 order by id`,
    [enrollmentId],
  );
}

/** Lets the mail of an enrolment that waits leave, as the sender would tell of it. */
export async function leave(app: TestApp, workspaceId: string, enrollmentId: string): Promise<void> {
  await tell(app, workspaceId, enrollmentId, { state: 'sent', kind: 'mail.sent' });
}

/** Settles the mail of an enrolment that waits, and tells of it in the same transaction. */
export async function tell(
  app: TestApp,
  workspaceId: string,
  enrollmentId: string,
  news: { readonly state: string; readonly kind: Parameters<MailNews['tell']>[0]; readonly code?: string },
): Promise<void> {
  const database = app.get(Database);
  await database.inWorkspace({ workspaceId }, async () => {
    await database.manager().query('select 1 from enrollments where id = $1 for update', [enrollmentId]);
    const [rows] = await database.manager().query<[Parameters<MailNews['tell']>[1][], number]>(
      `update outbound_messages set state = $2, sent_at = $3, claimed_at = $3 where enrollment_id = $1 and state = 'ready'
       returning id, client_id as "clientId", mailbox_id as "mailboxId", kind, enrollment_id as "enrollmentId", step_no as "stepNo",
         pitch_id as "pitchId", campaign_id as "campaignId", site_id as "siteId", contact_id as "contactId",
         conversation_id as "conversationId", member_id as "memberId"`,
      [enrollmentId, news.state, app.clock.now()],
    );
    for (const row of rows)
      await app.get(MailNews).tell(news.kind, row, news.code === undefined ? {} : { code: news.code });
  });
}
