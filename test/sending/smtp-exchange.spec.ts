import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../../src/core/sending/smtp-outcome.js';
import { type SmtpDeadlines, smtpExchange } from '../../src/platform/mail/smtp-exchange.js';
import type { MailServer } from '../../src/platform/mail/smtp-settings.js';
import { SocketServer } from '../builders/socket-server.js';
import { type FaultAnswer, type FaultPhase, keptInLog, Sink, type SinkFault } from './sink.js';

const FAST: SmtpDeadlines = {
  connectMs: 400,
  greetingMs: 400,
  commandMs: 400,
  bodyMs: 400,
  dotMs: 400,
  quitMs: 50,
};
const MAIL = Buffer.from(
  `Message-ID: <m1@a.example>\r\nFrom: a@a.example\r\nTo: b@b.example\r\nSubject: s\r\n\r\n.dot\r\n${'text '.repeat(400)}\r\n`,
);
let folder: string;
let fault: SinkFault | null = null;
let sink: Sink;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linkledger-exchange-'));
  sink = new Sink({
    log: join(folder, 'sink.log'),
    fault: (phase) => (fault?.phase === phase ? fault : null),
    extensions: ['PIPELINING', 'SIZE 1000000'],
  });
  port = await sink.start();
});
afterAll(async () => {
  await sink.close();
  rmSync(folder, { recursive: true });
});

const at = (where: number): MailServer => ({
  host: '127.0.0.1',
  servername: 'mail.example',
  port: where,
  security: 'none',
  auth: { user: 'a', pass: 'secret' },
  trusted: [],
});

async function hand(where = port, mayBegin: () => Promise<boolean> = () => Promise.resolve(true)) {
  const begun: boolean[] = [];
  const end = await smtpExchange(
    at(where),
    {
      from: 'a@a.example',
      to: 'b@b.example',
      bytes: MAIL,
      mayBegin: async () => {
        const may = await mayBegin();
        begun.push(may);
        return may;
      },
    },
    FAST,
  );
  return { end, outcome: outcomeOf(end), begun };
}

describe('what a server does, and what it means', () => {
  const before: FaultPhase[] = ['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data'];
  const rows: [FaultPhase, FaultAnswer, string][] = [
    ...before.flatMap((phase): [FaultPhase, FaultAnswer, string][] => [
      [phase, '4xx', 'later'],
      [phase, 'silence', 'later'],
      [phase, 'rst', 'later'],
      [phase, 'garbage', 'later'],
    ]),
    ['connect', '5xx', 'later'],
    ['auth', '5xx', 'sign_in_refused'],
    ['mail', '5xx', 'failed'],
    ['rcpt', '5xx', 'failed'],
    ['data', '5xx', 'failed'],
    ['data', 'other_2xx', 'later'],
    ['body', 'rst', 'doubt'],
    ['body', '5xx', 'failed'],
    ['dot', '4xx', 'later'],
    ['dot', '5xx', 'failed'],
    ['dot', 'silence', 'doubt'],
    ['dot', 'rst', 'doubt'],
    ['dot', 'garbage', 'doubt'],
    ['dot', 'other_2xx', 'doubt'],
  ];
  it.each(rows)('%s: %s', async (phase, answer, kind) => {
    fault = { phase, answer };
    const { outcome, begun } = await hand();
    expect(outcome.kind).toBe(kind);
    // Nothing was asked before the server's 354.
    if (before.includes(phase)) expect(begun).toEqual([]);
  });

  it('a mail that is taken, its dots doubled on the way and whole at the end', async () => {
    fault = null;
    const { outcome, begun } = await hand();
    expect(outcome).toEqual({ kind: 'sent', reply: '250 2.0.0 ok queued' });
    expect(begun).toEqual([true]);
    expect(sink.kept.at(-1)).toMatchObject({ from: 'a@a.example', recipients: ['b@b.example'] });
    expect(sink.kept.at(-1)?.bytes.replace(/^\.\./gm, '.')).toBe(MAIL.toString());
    expect(keptInLog(join(folder, 'sink.log')).get('m1@a.example')).toBeGreaterThan(0);
  });

  it.each([
    ['a stop', () => Promise.resolve(false), 'stopped'],
    ['a database that is gone', () => Promise.reject(new Error('gone')), 'later'],
  ])('%s at the last moment: no byte leaves', async (_fact, mayBegin, kind) => {
    fault = null;
    const kept = sink.kept.length;
    expect((await hand(port, mayBegin)).outcome.kind).toBe(kind);
    expect(sink.kept).toHaveLength(kept);
  });
});

describe('a server that means harm', () => {
  const servers: SocketServer[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  function hostile(answer: (socket: Socket, line: string) => void): Promise<number> {
    const server = new SocketServer((socket) => {
      socket.on('error', () => undefined);
      answer(socket, '');
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1');
        for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
          answer(socket, text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
    });
    servers.push(server);
    return server.listen();
  }

  function flood(socket: Socket, piece: string, most: number): void {
    let sent = 0;
    const go = (): void => {
      while (sent < most && !socket.destroyed && socket.write(piece)) sent += piece.length;
      if (sent < most && !socket.destroyed) socket.once('drain', go);
    };
    go();
  }

  const plain = (line: string): string => {
    if (line.startsWith('EHLO')) return '250-x\r\n250 AUTH PLAIN\r\n';
    if (line.startsWith('AUTH')) return '235 ok\r\n';
    return line.startsWith('DATA') ? '354 go\r\n' : '250 ok\r\n';
  };
  const greeted = (socket: Socket, line: string, odd: (line: string) => string | null): void => {
    socket.write(line === '' ? '220 x\r\n' : (odd(line) ?? plain(line)));
  };

  const rows: [string, (socket: Socket, line: string) => void, string[]][] = [
    [
      'a greeting without end',
      (socket, line) => line === '' && flood(socket, '220-hello\r\n'.repeat(1000), 1e8),
      ['later'],
    ],
    [
      'empty lines without end',
      (socket, line) => line === '' && flood(socket, '\r\n'.repeat(10_000), 1e8),
      ['later'],
    ],
    ['a line of 100 MB', (socket, line) => line === '' && flood(socket, 'x'.repeat(65_536), 1e8), ['later']],
    [
      'a byte now and then',
      (socket) => {
        const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('2')), 50);
        socket.on('close', () => clearInterval(drip));
      },
      ['later'],
    ],
    [
      'a million ways to sign in',
      (socket, line) =>
        greeted(socket, line, (said) =>
          said.startsWith('EHLO') ? `250-x\r\n250 AUTH ${'X '.repeat(1_000_000)}\r\n` : null,
        ),
      ['later'],
    ],
    [
      'yes to everything before it is asked',
      (socket, line) =>
        greeted(socket, line, (said) =>
          said.startsWith('DATA') ? '354 go\r\n250 ok\r\n250 ok\r\n250 ok\r\n' : null,
        ),
      ['later', 'doubt'],
    ],
    [
      'all answers at once',
      (socket, line) =>
        line === '' &&
        socket.write('220 x\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n'),
      ['later', 'doubt'],
    ],
    [
      '354 before DATA',
      (socket, line) => greeted(socket, line, (said) => (said.startsWith('RCPT') ? '354 go\r\n' : null)),
      ['later', 'failed'],
    ],
    [
      'a yes cut short',
      (socket, line) => (line === '.' ? socket.end('250 o') : greeted(socket, line, () => null)),
      ['doubt'],
    ],
    [
      'a no cut short',
      (socket, line) => (line === '.' ? socket.end('550 no') : greeted(socket, line, () => null)),
      ['doubt'],
    ],
    [
      'hanging up at DATA',
      (socket, line) => (line.startsWith('DATA') ? socket.destroy() : greeted(socket, line, () => null)),
      ['later'],
    ],
  ];
  it.each(rows)('%s', async (_fact, answer, kinds) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = process.memoryUsage().rss;
    const slowly = () => new Promise<boolean>((done) => setTimeout(() => done(true), 30));
    const { outcome } = await hand(await hostile(answer), slowly);
    delay.disable();
    expect(kinds).toContain(outcome.kind);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it.each<[string, (line: string) => string | null]>([
    ['no STARTTLS where it is demanded: never in clear text', () => null],
    [
      'answers slipped in behind the yes to STARTTLS are not taken',
      (line) => {
        if (line.startsWith('EHLO')) return '250-x\r\n250 STARTTLS\r\n';
        return line === 'STARTTLS' ? '220 go\r\n250-x\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n' : null;
      },
    ],
  ])('%s', async (_fact, odd) => {
    const lines: string[] = [];
    const where = await hostile((socket, line) => {
      lines.push(line);
      greeted(socket, line, odd);
    });
    const end = await smtpExchange(
      { ...at(where), security: 'starttls' },
      { from: 'a@a.example', to: 'b@b.example', bytes: MAIL, mayBegin: () => Promise.resolve(true) },
      FAST,
    );
    expect(outcomeOf(end)).toMatchObject({ kind: 'later' });
    expect(lines.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });
});
