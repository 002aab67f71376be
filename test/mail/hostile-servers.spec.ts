import { describe, expect, it } from '@jest/globals';
import { InboxPolls } from '../../src/modules/inbox/inbox-polls.service.js';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { MailboxLeases } from '../../src/modules/inbox/mailbox-leases.repository.js';
import { MailboxRound } from '../../src/modules/inbox/mailbox-round.js';
import { Notify } from '../../src/platform/events/notify.js';
import { Log } from '../../src/platform/logging/log.js';
import type { Line, Script } from '../builders/scripted-imap.js';
import {
  answering,
  cutting,
  dripping,
  flooding,
  HostileDesk,
  letter,
  SHORT,
  saying,
} from './hostile-desk.js';

const desk = HostileDesk.ofThisFile();

function answersInHttp(line: Line): void {
  line.say('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
  line.hangUp();
}

describe('a server that', () => {
  it.each<[string, string, Script]>([
    ['never greets', 'timeout', { greet: () => undefined }],
    ['greets and says nothing more', 'timeout', { on: () => true }],
    ['drips its greeting', 'timeout', { greet: (line) => line.drip('* OK ') }],
    ['hangs up at once', 'not_spoken', { greet: (line) => line.hangUp() }],
    ['is no mail server', 'not_spoken', { greet: answersInHttp }],
    ['greets with a line without end', 'not_spoken', { greet: (line) => line.flood('x') }],
    ['says goodbye', 'closed', cutting('EXAMINE', '* BYE not today\r\n')],
    ['lists no folders', 'server_error', saying('LIST', 'TAG OK none\r\n')],
    ['drips its folders', 'timeout', dripping('LIST', '* LIST')],
    ['lists folders without end', 'not_spoken', flooding('LIST', '* LIST () "/" "one of many"\r\n')],
    ['answers a search without end', 'not_spoken', flooding('UID SEARCH', '* SEARCH 1 2 3 4 5 6 7 8 9\r\n')],
    ['announces 2 GB', 'not_spoken', saying('UID FETCH', '* 1 FETCH (UID 1 BODY[] {2147483648}\r\n')],
    ['sends a line without end', 'not_spoken', flooding('UID FETCH', 'x')],
    ['sends other mails without end', 'not_spoken', flooding('UID FETCH', '* 9 FETCH (UID 9 FLAGS ())\r\n')],
    ['drips a mail', 'timeout', dripping('UID FETCH', '* 1 FETCH')],
    ['is out of order for now', 'server_error', saying('LOGIN', 'TAG NO [UNAVAILABLE] later\r\n')],
    ['has no room for one more', 'too_many_connections', saying('LOGIN', 'TAG NO [LIMIT] full\r\n')],
    ['does not understand the sign-in', 'server_error', saying('LOGIN', 'TAG BAD what\r\n')],
    ['refuses the folder', 'folder_refused', saying('EXAMINE', 'TAG NO not yours\r\n')],
    ['refuses to search', 'folder_refused', saying('UID SEARCH', 'TAG NO too busy\r\n')],
    ['never ends IDLE', 'timeout', answering('DONE', () => undefined)],
    ['talks without end in IDLE', 'not_spoken', flooding('IDLE', '* OK still here\r\n')],
  ])('%s is left, says why, and loses no mail', async (_, code, script) => {
    await desk.connected();
    desk.imap.script = script;
    desk.imap.put(letter('one'));
    await desk.readUntil(async () => (await desk.shown()).folderErrors[0]?.code === code);
    expect(await desk.shown()).toMatchObject({ state: 'active' });
    desk.imap.script = {};
    await desk.readUntil(desk.hasRead(1));
    expect(await desk.kept()).toMatchObject([{ uid: 1, subject: 'one', kind: 'reply' }]);
    await desk.ended();
  });

  it('refuses the sign-in for good is asked no more, and its mailbox is paused', async () => {
    await desk.connected();
    desk.imap.script = saying('LOGIN', 'TAG NO [AUTHENTICATIONFAILED] wrong\r\n');
    await desk.readUntil(desk.until('credentials_refused'));
    expect(await desk.shown()).toMatchObject({
      state: 'paused',
      pauseCode: 'credentials_refused',
    });
    await desk.ended();
  });

  it.each<[string, Script]>([
    [
      'slips a command in behind STARTTLS',
      {
        capabilities: 'STARTTLS',
        ...saying('STARTTLS', 'TAG OK go on\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n'),
      },
    ],
    ['offers no STARTTLS', {}],
    ['signs us in by itself, in clear text', { greet: (line) => line.say('* PREAUTH welcome\r\n') }],
  ])('%s gets no password where TLS is asked for', async (_, script) => {
    await desk.connected();
    desk.imap.script = script;
    desk.imap.transcript.length = 0;
    await desk.ask(`update mailboxes set imap_security = 'starttls' where id = $1`);
    await desk.readUntil(() => desk.inbox().then((folder) => /^tls_/.test(folder?.code ?? '')));
    expect(desk.imap.transcript).not.toContain('LOGIN');
    expect(desk.imap.transcript.filter((said) => /^(?:LIST|EXAMINE|AUTHENTICATE)/.test(said))).toEqual([]);
    await desk.ended();
  });

  it('lists ten million mails is asked for the newest alone', async () => {
    await desk.connected();
    desk.imap.script = { exists: 10_000_000, uidNext: 10_000_001 };
    desk.imap.mails = [{ uid: 10_000_000, raw: letter('the newest') }];
    await desk.readUntil(desk.hasRead(10_000_000));
    expect(await desk.kept()).toMatchObject([{ uid: 10_000_000, subject: 'the newest' }]);
    expect(desk.imap.transcript.find((said) => said.startsWith('UID SEARCH'))).toContain('9999801:*');
    await desk.ended();
  });

  it('turns its numbers back under the same numbering is read anew, and nothing twice', async () => {
    await desk.connected();
    for (const subject of ['one', 'two', 'three']) desk.imap.put(letter(subject));
    await desk.readUntil(desk.hasRead(3));
    desk.imap.mails = [];
    desk.imap.put(letter('after a restored backup'));
    await desk.readUntil(desk.hasRead(1));
    expect((await desk.kept()).map(({ subject }) => subject).sort()).toEqual([
      'after a restored backup',
      'one',
      'three',
      'two',
    ]);
    await desk.ended();
  });

  it('numbers its folder anew at every look is given up, and says so', async () => {
    await desk.connected();
    desk.imap.put(letter('one'));
    let validity = 100;
    desk.imap.script = {
      get uidValidity() {
        validity += 1;
        return validity;
      },
    };
    await desk.readUntil(desk.until('uid_validity_unstable'));
    expect(await desk.shown()).toMatchObject({
      state: 'paused',
      pauseCode: 'uid_validity_unstable',
    });
    expect((await desk.kept()).map(({ subject }) => subject)).toEqual(['one']);
    await desk.ended();
  });

  it('talks of what nobody asked, in words of no protocol, is listened to no more than is needed', async () => {
    await desk.connected();
    desk.imap.put(letter('one'));
    desk.imap.script = {
      on: ({ verb }, line) => {
        if (verb === 'UID FETCH')
          line.say(
            '* 77 EXPUNGE\r\n* OK [ALERT] \u0000\u0001\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* BLURB ((\r\nq1 OK no such tag\r\n',
          );
        return false;
      },
    };
    await desk.readUntil(desk.hasRead(1));
    expect(await desk.kept()).toMatchObject([{ uid: 1, subject: 'one', kind: 'reply' }]);
    await desk.ended();
  });

  it('does not call for what came between the reading and IDLE is looked into at once all the same', async () => {
    await desk.connected();
    let openings = 0;
    desk.imap.script = {
      on: ({ verb }, _line, server) => {
        if (verb === 'EXAMINE') openings += 1;
        if (verb === 'EXAMINE' && openings === 2) server.put(letter('in between'));
        return false;
      },
    };
    await desk.readUntil(desk.hasRead(1), { ...SHORT, pollEveryMs: 3_600_000 });
    expect(await desk.kept()).toMatchObject([{ subject: 'in between' }]);
    await desk.ended();
  });
});

it('a worker reads the other mailboxes while one hangs', async () => {
  await desk.connected();
  const hanging = desk.imap;
  hanging.script = { on: () => true };
  await desk.connected();
  desk.imap.put(letter('of the other'));
  const worker = new InboxWorker(
    desk.app.get(MailboxLeases),
    desk.app.get(MailboxRound),
    desk.app.get(InboxPolls),
    SHORT,
    desk.app.get(Notify),
    desk.app.get(Log),
  );
  await worker.start();
  while ((await desk.kept()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await worker.stop();
  expect(hanging.connections).toBeGreaterThan(1);
  expect(await desk.kept()).toMatchObject([{ subject: 'of the other' }]);
  await hanging.close();
  await desk.ended();
});
