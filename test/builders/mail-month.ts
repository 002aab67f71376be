import { newId } from '../../src/platform/database/id.js';
import type { TestApp } from '../http/app.js';

/** A mail as it was planted, with all that came back to it. */
export interface PlantedMail {
  readonly id: string;
  readonly mailbox: string;
  readonly mailboxId: string;
  readonly clientId: string;
  readonly kind: 'sequence' | 'single' | 'reply';
  readonly state: 'sent' | 'in_doubt' | 'unknown' | 'failed' | 'ready';
  readonly at: Date;
  readonly finalReply: string;
  readonly answers: readonly PlantedAnswer[];
  readonly oneClick: boolean;
}

/** A mail that came back. */
export interface PlantedAnswer {
  readonly kind: string;
  readonly corrected: string | null;
  readonly permanent: boolean;
}

/** Where mails are planted. */
export interface MailGround {
  readonly workspaceId: string;
  readonly clientIds: readonly string[];
}

/** Numbers below a bound that are the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const KINDS = [
  'reply',
  'auto_reply',
  'left_company',
  'bounce',
  'bounce',
  'complaint',
  'unsubscribe',
  'other',
];
const STATES = ['sent', 'sent', 'sent', 'sent', 'in_doubt', 'unknown', 'failed', 'ready'] as const;

/** Makes a mailbox that is connected and does nothing. */
export async function aMailbox(app: TestApp, workspaceId: string, address: string): Promise<string> {
  const id = newId();
  await app.database.asOwner(
    `insert into mailboxes (workspace_id, id, address, address_key, sign_in, created_at, updated_at)
     values ($1, $2, $3, $3, 'password', $4, $4)`,
    [workspaceId, id, address, app.clock.now()],
  );
  return id;
}

/** Plants mails of several mailboxes over forty days, each with up to three mails that came back. */
export async function plantMails(app: TestApp, ground: MailGround, many: number): Promise<PlantedMail[]> {
  const roll = dice(20_261_120);
  const mailboxes: [string, string][] = [];
  for (const name of ['mila', 'joris', 'quiet'])
    mailboxes.push([
      `${name}@agency.example`,
      await aMailbox(app, ground.workspaceId, `${name}@agency.example`),
    ]);
  const mails = Array.from({ length: many }, (_, no): PlantedMail => {
    // The third mailbox sends too little for a share.
    const [mailbox = '', mailboxId = ''] = mailboxes[no % 40 === 0 ? 2 : roll(2)] ?? [];
    const came = roll(3) === 0 ? 1 + roll(3) : 0;
    return {
      id: newId(),
      mailbox,
      mailboxId,
      clientId: ground.clientIds[roll(ground.clientIds.length)] ?? '',
      kind: roll(6) === 0 ? 'reply' : 'single',
      state: STATES[roll(STATES.length)] ?? 'sent',
      at: new Date(app.clock.now().getTime() - roll(40 * 24) * 3_600_000),
      finalReply: roll(15) === 0 ? 'caught' : '250 taken',
      answers: Array.from({ length: came }, () => ({
        kind: KINDS[roll(KINDS.length)] ?? 'other',
        corrected: roll(8) === 0 ? 'reply' : null,
        permanent: roll(2) === 0,
      })),
      oneClick: roll(25) === 0,
    };
  });
  await insertMails(app, ground, mails);
  return mails;
}

async function insertMails(app: TestApp, { workspaceId }: MailGround, mails: readonly PlantedMail[]) {
  await app.database.asOwner(
    `insert into outbound_messages (workspace_id, id, client_id, mailbox_id, kind, message_id, from_address, to_address, to_address_key, to_domain,
       subject, body_text, state, not_before, sent_at, in_doubt_at, final_reply, created_at, updated_at)
     select $1, m.id, m.client, m.mailbox, m.kind, m.id::text || '@agency.example', 'us@agency.example', 'them@site.example', 'them@site.example', 'site.example',
       'A subject', 'A text', m.state, m.at, case when m.state = 'sent' then m.at end,
       case when m.state in ('in_doubt', 'unknown') then m.at end, m.reply, m.at, m.at
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::text[]) as m (id, client, mailbox, kind, state, at, reply)`,
    [
      workspaceId,
      mails.map(({ id }) => id),
      mails.map(({ clientId }) => clientId),
      mails.map(({ mailboxId }) => mailboxId),
      mails.map(({ kind }) => kind),
      mails.map(({ state }) => state),
      mails.map(({ at }) => at),
      mails.map(({ finalReply }) => finalReply),
    ],
  );
  const came = mails.flatMap((mail) => mail.answers.map((answer) => ({ mail, answer })));
  await app.database.asOwner(
    `insert into inbound_messages (workspace_id, id, client_id, mailbox_id, folder, uid_validity, uid, body_hash, received_at, kind, rule, corrected_kind,
       outbound_id, recipients, created_at)
     select $1, i.id, i.client, i.mailbox, 'INBOX', 1, i.uid, '\\x00', i.at, i.kind, 'planted', i.corrected, i.mail,
       jsonb_build_array(jsonb_build_object('address', 'them@site.example', 'permanent', i.permanent)), i.at
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[], $8::text[], $9::uuid[], $10::boolean[])
       as i (id, client, mailbox, uid, at, kind, corrected, mail, permanent)`,
    [
      workspaceId,
      came.map(() => newId()),
      came.map(({ mail }) => mail.clientId),
      came.map(({ mail }) => mail.mailboxId),
      came.map((_, no) => no + 1),
      came.map(({ mail }) => new Date(mail.at.getTime() + 60_000)),
      came.map(({ answer }) => answer.kind),
      came.map(({ answer }) => answer.corrected),
      came.map(({ mail }) => mail.id),
      came.map(({ answer }) => answer.permanent),
    ],
  );
  const clicked = mails.filter(({ oneClick }) => oneClick);
  await app.database.asOwner(
    `insert into suppressions (workspace_id, id, kind, address_hash, reason, source, source_id, created_at)
     select $1, s.id, 'address', decode(md5(s.id::text), 'hex'), 'asked', 'one_click', s.mail, $4 from unnest($2::uuid[], $3::uuid[]) as s (id, mail)`,
    [workspaceId, clicked.map(() => newId()), clicked.map(({ id }) => id), app.clock.now()],
  );
}
