import { afterAll, describe, expect, it } from '@jest/globals';
import { ThreadedMailReader } from '../../src/platform/mail-reading/mail-reader.js';
import { readBytes } from '../../src/platform/mail-reading/read-bytes.js';
import { hostileMails } from './hostile-mails.js';

const CONTEXT = { ownAddresses: ['us@agency.example'] };
const MAX_GROWTH_MB = 256;

describe('hostile mails', () => {
  const reader = new ThreadedMailReader();
  afterAll(() => reader.close());

  it('are each answered, whatever they are made of, and the process lives on in bounded memory', async () => {
    const mails = hostileMails();
    const before = process.memoryUsage().heapUsed;
    const answered: string[] = [];
    for (const { name, bytes } of mails) {
      const reading = await reader.read(bytes, CONTEXT);
      answered.push(name);
      expect(JSON.stringify(reading)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      expect(reading.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(answered).toHaveLength(mails.length);
    expect((process.memoryUsage().heapUsed - before) / 1024 ** 2).toBeLessThan(MAX_GROWTH_MB);
  }, 300_000);

  it('of too many parts or too deep are unparsed, with what their header says', async () => {
    const bombs = hostileMails().filter(({ name }) => /100,000 parts|nested 10,000/.test(name));
    for (const { bytes } of bombs) {
      const { kind, subject, from, text } = await reader.read(bytes, CONTEXT);
      expect({ kind, subject, from, text }).toEqual({
        kind: 'unparsed',
        subject: 'Re: hello',
        from: { address: 'a@site.example', name: '' },
        text: '',
      });
    }
  });

  it('leave the next mail unharmed', async () => {
    const { kind, text } = await reader.read(
      Buffer.from('From: jo@site.example\r\nSubject: Re: hi\r\n\r\nFine.'),
      CONTEXT,
    );
    expect({ kind, text }).toEqual({ kind: 'reply', text: 'Fine.' });
  });

  it('of a report cut at any byte is read or not, and never breaks the reader', async () => {
    const report =
      hostileMails()
        .find(({ name }) => name === 'a report of capitals')
        ?.bytes.subarray(0, 1_500) ?? Buffer.alloc(0);
    for (let length = 0; length < report.length; length += 37) {
      expect((await readBytes(report.subarray(0, length), CONTEXT)).bodyHash).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
