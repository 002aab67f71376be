import { FakeOauth } from '../../builders/fake-oauth.js';
import { MailServers } from '../../builders/mail-server.js';
import type { Day } from './day.js';

const ANNA = { address: 'anna.mail@agency.example', password: 'a password of anna' };
const BO = 'bo.mail@agency.example';

/** Mailboxes connected by a password and by a sign-in, against servers of our own; the opened range must hold 127.0.0.1. */
export async function mailboxCalls(day: Day): Promise<void> {
  const provider = await FakeOauth.start();
  const mail = await MailServers.start([ANNA, { address: BO, token: () => provider.tokenOf(BO) }]);
  try {
    await byPassword(day, mail);
    await bySignIn(day, mail, provider);
    await day.ask('POST /mailboxes/catcher');
    await day.ask('GET /mail-catcher');
    await day.ask('GET /mailboxes', [], {}, '?archived=true');
  } finally {
    await mail.close();
    await provider.close();
  }
}

async function byPassword(day: Day, mail: MailServers): Promise<void> {
  const { signIn, ...connection } = mail.connection(ANNA.address);
  await day.ask('POST /mailboxes/guess', [], { json: { address: ANNA.address } });
  await day.ask('POST /mailboxes/test', [], { json: connection });
  const box = await day.ask('POST /mailboxes', [], { json: { ...connection, signIn, rampFrom: 5 } });
  await day.ask('POST /mailboxes/{id}/test', [box.id]);
  const changed = { revision: box.revision, capPerDay: 20, signature: 'Anna' };
  await day.ask('PATCH /mailboxes/{id}', [box.id], { json: changed });
  await day.ask('POST /mailboxes/{id}/read-history', [box.id], { json: { allowed: false } });
  await day.ask('POST /mailboxes/{id}/pause', [box.id], { json: { reason: 'On holiday' } });
  await day.ask('GET /mailboxes/{id}', [box.id]);
  await day.ask('POST /mailboxes/{id}/resume', [box.id]);
  await day.ask('POST /mailboxes/{id}/archive', [box.id]);
}

async function bySignIn(day: Day, mail: MailServers, provider: FakeOauth): Promise<void> {
  const { clientId, clientSecret, authorizeUrl, tokenUrl } = provider;
  const app = { clientId, clientSecret, authorizeUrl, tokenUrl };
  await day.ask('PUT /oauth-apps/{provider}', ['custom'], { json: app });
  await day.ask('GET /oauth-apps');
  await day.ask('GET /oauth-apps/{provider}', ['custom']);
  const { smtp, imap } = mail.connection(BO);
  const { url } = await day.ask('POST /mailboxes/oauth/start', [], {
    json: { provider: 'custom', smtp, imap },
  });
  const back = new URL(provider.allow(url, BO));
  await day.ask('GET /mailboxes/oauth/callback', [], {}, back.search);
  await day.ask('PUT /oauth-apps/{provider}', ['google'], { json: { clientId, clientSecret } });
  await day.ask('DELETE /oauth-apps/{provider}', ['google']);
}
