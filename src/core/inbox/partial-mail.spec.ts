import { describe, expect, it } from '@jest/globals';
import { type GotPart, type PartStructure, partialMail, wantedParts } from './partial-mail.js';

const MIXED: PartStructure = {
  type: 'multipart/mixed',
  parameters: { boundary: 'b' },
  childNodes: [
    { part: '1', type: 'text/plain' },
    { part: '2', type: 'application/pdf', parameters: { name: 'a"b.pdf' } },
    { part: '3', type: 'message/rfc822', childNodes: [{ part: '3.1', type: 'text/plain' }] },
  ],
};
const got = (part: string): readonly [string, GotPart] => [
  part,
  {
    header: Buffer.from(`Content-Type: text/plain\r\nX-No: ${part}\r\n\r\n`),
    body: Buffer.from(`body ${part}`),
  },
];

describe('the parts asked for of a large mail', () => {
  it.each<[string, PartStructure, string[]]>([
    ['text and returned mail, no attachment', MIXED, ['1', '3']],
    ['a mail of one part', { type: 'text/html' }, ['1']],
    ['an attachment alone: nothing', { type: 'application/zip' }, []],
    [
      'reports of deliveries',
      {
        type: 'multipart/report',
        childNodes: [
          { part: '1', type: 'TEXT/PLAIN' },
          { part: '2', type: 'message/delivery-status' },
          { part: '3', type: 'text/rfc822-headers' },
        ],
      },
      ['1', '2', '3'],
    ],
  ])('%s', (_, structure, parts) => {
    expect(wantedParts(structure).map(({ part }) => part)).toEqual(parts);
  });

  it('are no more than a hundred', () => {
    const childNodes = Array.from({ length: 500 }, (_, at) => ({ part: String(at + 1), type: 'text/plain' }));
    expect(wantedParts({ type: 'multipart/mixed', childNodes })).toHaveLength(100);
  });

  it('are looked for no deeper than a reader looks', () => {
    let deep: PartStructure = { part: '1', type: 'text/plain' };
    for (let level = 0; level < 10_000; level += 1) deep = { type: 'multipart/mixed', childNodes: [deep] };
    expect(wantedParts(deep)).toEqual([]);
  });
});

describe('a smaller mail', () => {
  it('has the form of the large one, with a header where a part was left out', () => {
    const made = partialMail(MIXED, Buffer.from('Subject: it\r\n\r\n'), new Map([got('1'), got('3')]));
    expect(made.toString()).toBe(
      'Subject: it\r\n\r\n' +
        '\r\n--b\r\nContent-Type: text/plain\r\nX-No: 1\r\n\r\nbody 1' +
        '\r\n--b\r\nContent-Type: application/pdf; name="ab.pdf"\r\n\r\n' +
        '\r\n--b\r\nContent-Type: text/plain\r\nX-No: 3\r\n\r\nbody 3' +
        '\r\n--b--\r\n',
    );
  });

  it('of one part is its header and what was got of it', () => {
    const made = partialMail({ type: 'text/plain' }, Buffer.from('Subject: it\r\n\r\n'), new Map([got('1')]));
    expect(made.toString()).toBe('Subject: it\r\n\r\nbody 1');
  });

  it('writes no line a server hides in a parameter', () => {
    const structure: PartStructure = {
      ...MIXED,
      childNodes: [{ part: '1', type: 'image/png', parameters: { name: 'a\r\nSubject: forged' } }],
    };
    expect(partialMail(structure, Buffer.alloc(0), new Map()).toString()).not.toMatch(/^Subject/m);
  });
});
