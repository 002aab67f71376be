import { describe, expect, it } from '@jest/globals';
import type { Script } from '../builders/scripted-imap.js';
import { HostileDesk, letter, MEGABYTE, MILA } from './hostile-desk.js';

const desk = HostileDesk.ofThisFile();

describe('a server that', () => {
  it('hangs up in the middle of a mail loses it never, and sets it aside for all to see after the tenth time', async () => {
    await desk.connected();
    const cut = (uid: number): Script => ({
      on: ({ verb, rest }, line, server) => {
        const [mail] = server.mails.filter((one) => one.uid === uid);
        const isIt = verb === 'UID FETCH' && rest.startsWith(`${uid} `) && rest.includes('BODY.PEEK[]');
        if (!isIt || mail === undefined) return false;
        line.say(server.told(mail, rest).slice(0, -20));
        line.hangUp();
        return true;
      },
    });
    for (const subject of ['one', 'two', 'three']) desk.imap.put(letter(subject));
    desk.imap.script = cut(2);
    await desk.readUntil(async () => (await desk.kept()).length === 1);
    expect((await desk.inbox())?.read).toBe(1);
    await desk.readUntil(desk.hasRead(3));
    expect(await desk.kept()).toMatchObject([
      { uid: 1, subject: 'one' },
      { uid: 2, kind: 'unparsed', rule: 'unreadable' },
      { uid: 3, subject: 'three' },
    ]);
    await desk.ended();
  });

  it('gives another mail than the one asked for has not given it: it is asked thrice, set aside, and the rest is read', async () => {
    await desk.connected();
    for (const subject of ['one', 'two', 'three']) desk.imap.put(letter(subject));
    desk.imap.script = {
      on: ({ tag, verb, rest }, line, server) => {
        const [first] = server.mails;
        if (verb !== 'UID FETCH' || !rest.startsWith('2 ') || first === undefined) return false;
        line.say(`${server.told(first, rest)}${tag} OK there\r\n`);
        return true;
      },
    };
    await desk.readUntil(desk.hasRead(3));
    expect((await desk.kept()).map(({ uid, kind, rule }) => [uid, kind, rule])).toEqual([
      [1, 'reply', 'person'],
      [2, 'unparsed', 'unreadable'],
      [3, 'reply', 'person'],
    ]);
    await desk.ended();
  });
});

describe('a mail that', () => {
  const head = (type: string) =>
    `From: ann@pond.example\r\nTo: ${MILA.address}\r\nSubject: heavy\r\nMessage-ID: <heavy@pond.example>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;
  const nested = (): string => {
    let raw = head('multipart/mixed; boundary=b0');
    for (let level = 1; level < 10_000; level += 1)
      raw += `\r\n--b${level - 1}\r\nContent-Type: multipart/mixed; boundary=b${level}\r\n`;
    return raw;
  };
  const structured = (level: number): string => '('.repeat(level) + PART + ' "MIXED")'.repeat(level);
  const PART = '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 10 1)';
  const many = (): string =>
    `${head('multipart/mixed; boundary=b')}${'\r\n--b\r\n\r\nx'.repeat(100_000)}\r\n--b--\r\n`;

  it.each<[string, string, () => { raw: string; structure?: string; size?: number }]>([
    ['is nested ten thousand deep', 'unparsed', () => ({ raw: nested(), structure: structured(10_000) })],
    [
      'has a hundred thousand parts',
      'unparsed',
      () => ({ raw: many(), structure: `(${PART.repeat(100_000)} "MIXED")` }),
    ],
    [
      'has a header of ten megabytes',
      'reply',
      () => ({ raw: `${head('text/plain')}X-Long: ${'x'.repeat(10 * MEGABYTE)}\r\n\r\nHello` }),
    ],
    [
      'is in no charset there is',
      'reply',
      () => ({ raw: `${head('text/plain; charset="x-\u00fe\u00ff"')}\r\nHello \u00ff\u00fe\u0080` }),
    ],
    [
      'is larger than its server says',
      'reply',
      () => ({ raw: `${letter('heavy')}${' and more'.repeat(200_000)}`, size: 10 }),
    ],
  ])('%s is kept with what its header says, and the mail behind it is read', async (_, kind, mail) => {
    await desk.connected();
    const { raw, ...changes } = mail();
    desk.imap.put(raw, changes);
    desk.imap.put(letter('the next'));
    await desk.readUntil(desk.hasRead(2));
    expect(await desk.kept()).toMatchObject([
      { uid: 1, kind, subject: 'heavy' },
      { uid: 2, kind: 'reply', subject: 'the next' },
    ]);
    await desk.ended();
  });
});
