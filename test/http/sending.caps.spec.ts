import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ClaimsRepository } from '../../src/modules/sending/claims.repository.js';
import { LastWordService } from '../../src/modules/sending/last-word.service.js';
import { MailClaims } from '../../src/modules/sending/mail-claims.js';
import { SenderLock } from '../../src/modules/sending/sender-lock.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { plantGround, plantSteps, type SendingGround } from '../builders/sending-ground.js';
import { type SendingProcess, startSending } from '../database/sending.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

const clock = new FixedClock(new Date('2026-11-20T10:00:00Z'));
let database: TestDatabase;
let ground: SendingGround;
let program: SendingProcess;

beforeAll(async () => {
  database = await cloneDatabase();
  ground = await plantGround(database, clock.now(), [{ cap: 100, gapSeconds: 0, jitterSeconds: 0 }]);
  program = await startSending(database, clock);
  await program.get(SenderLock).start();
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

let planted = 0;

/** A first mail to somebody of a site. */
async function firstMail(person: string, site: string): Promise<string> {
  const mailboxId = ground.mailboxIds[0] ?? '';
  const wish = { at: clock.now(), mailboxId, from: planted++, many: 1 };
  const [step] = await plantSteps(database, ground, wish);
  const id = step?.messageId ?? '';
  await database.asOwner(
    'update outbound_messages set to_address = $2, to_address_key = $2, to_domain = $3 where id = $1',
    [id, `${person}@${site}`, site],
  );
  return id;
}

const judged = (id: string) =>
  program.get(Database).inWorkspace(ground, () => program.get(LastWordService).judge(id));

async function leaves(id: string): Promise<void> {
  const { workspaceId } = ground;
  const mail = await program.get(MailClaims).claim({ workspaceId, messageId: id, mailboxId: '' });
  if (mail === null) throw new Error(`not to be had: ${JSON.stringify(await judged(id))}`);
  const { owner } = program.get(SenderLock);
  await program
    .get(Database)
    .inWorkspace(ground, () => program.get(ClaimsRepository).doubt(mail, owner, clock.now()));
}

/** As PATCH /workspace writes them. */
const set = (settings: object): Promise<unknown> =>
  database.asOwner('update workspaces set settings = $2 where id = $1', [ground.workspaceId, settings]);

it.each([
  { code: 'cap_site', to: 'ben', before: {}, after: { sitePeoplePerWeek: 2 }, params: { people: 1 } },
  {
    code: 'cap_site',
    to: 'ben',
    before: { siteFirstMailsPerWeek: 1, sitePeoplePerWeek: 5 },
    after: { siteFirstMailsPerWeek: 2, sitePeoplePerWeek: 5 },
    params: { mails: 1, people: 5 },
  },
  { code: 'cap_person', to: 'anna', before: {}, after: { personMailsPerDay: 2 }, params: { cap: 1 } },
])('$code: as many as the workspace says ($after)', async ({ code, to, before, after, params }) => {
  const site = `cap${planted}.example`;
  await set(before);
  await leaves(await firstMail('anna', site));
  const next = await firstMail(to, site);
  expect(await judged(next)).toMatchObject({ answer: 'wait', code, params });
  await set(after);
  expect(await judged(next)).toMatchObject({ answer: 'go' });
});
