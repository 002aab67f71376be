import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { compiled } from '../../src/platform/paths.js';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as a person starts it, without a database and with nothing in its environment. */
function run(args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [compiled('cli.js'), 'mail', ...args], { env: {} });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((done) => {
    child.once('close', (status) => {
      done({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

const BOUNCE = [
  'From: MAILER-DAEMON@mx.example',
  'Subject: failure notice',
  '',
  "I wasn't able to deliver your message.",
  '',
  '<jo@site.example>:',
  'Sorry, no mailbox here by that name. (#5.1.1)',
  '',
  '--- Below this line is a copy of the message.',
  '',
  'Message-ID: <sent@agency.example>',
  '',
].join('\r\n');

describe('linkledger mail inspect', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linkledger-mail-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints one line of JSON with every key of the contract, in order', async () => {
    const file = join(folder, 'bounce.eml');
    writeFileSync(file, BOUNCE);
    const { status, out, err } = await run(['inspect', file, '--format', 'json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const told = JSON.parse(out);
    expect(JSON.stringify(told)).toBe(
      JSON.stringify({
        kind: 'bounce',
        recipients: [
          {
            address: 'jo@site.example',
            status: '5.1.1',
            replyCode: null,
            permanent: true,
            scope: 'address',
            reason: 'user_unknown',
          },
        ],
        inReplyTo: 'sent@agency.example',
        rule: 'bounce_subject_and_words',
        text: told.text,
      }),
    );
  });

  it('reads standard input, and has nulls where nothing is known', async () => {
    const { status, out } = await run(['inspect', '-'], 'Subject: Re: hi\n\nFine.\n');
    expect({ status, told: JSON.parse(out) }).toEqual({
      status: 0,
      told: { kind: 'reply', recipients: [], inReplyTo: null, rule: 'person', text: 'Fine.' },
    });
  });

  it('tells a clear request for no more mail as what it is', async () => {
    const { out } = await run(
      ['inspect', '-'],
      'From: jo@site.example\nSubject: Re: hi\n\nPlease stop emailing me.\n',
    );
    expect(JSON.parse(out)).toMatchObject({ kind: 'unsubscribe', rule: 'opt_out_words' });
  });

  it('writes a table for people, in which nothing steers a terminal', async () => {
    const { out } = await run(
      ['inspect', '-', '--format', 'table'],
      'From: jo@site.example\n\n\u001b[31mred\n',
    );
    expect(out).toBe('reply  by rule person\n\n  \ufffd[31mred\n');
  });

  it.each([
    ['an unknown act', ['read', 'x']],
    ['no file', ['inspect']],
    ['two files', ['inspect', 'a', 'b']],
    ['an unknown format', ['inspect', '-', '--format', 'xml']],
    ['an unknown option', ['inspect', '-', '--colour']],
    ['a file that is not there', ['inspect', '/nowhere/at/all.eml']],
  ])('ends with 2 for %s', async (_, args) => {
    const { status, out, err } = await run(args);
    expect({ status, out, complains: err !== '' }).toEqual({ status: 2, out: '', complains: true });
  });
});
