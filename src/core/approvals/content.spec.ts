import { describe, expect, it } from '@jest/globals';
import type { ApprovalSubject, FieldType, Kind, OwnField } from '../campaigns/kind.js';
import { type AskedPitch, contentOf } from './content.js';

const field = (key: string, type: FieldType, shownFor?: readonly ApprovalSubject[]): OwnField => ({
  key,
  type,
  words: { en: { name: `${key} in English` }, nl: { name: `${key} in Dutch` } },
  ...(shownFor !== undefined && { shownFor }),
  ...(type === 'choice' && {
    choices: [{ key: 'story', words: { en: { name: 'Story' }, nl: { name: 'Verhaal' } } }],
  }),
});

const KIND = {
  fields: [
    field('topic', 'text', ['topic']),
    field('format', 'choice', ['topic']),
    field('points', 'list', ['topic']),
    field('isExclusive', 'yes_no', ['topic']),
    field('dueOn', 'date', ['draft']),
    field('draft', 'long_text', ['draft']),
    field('draftFile', 'files', ['draft']),
    field('price', 'money', ['topic', 'draft']),
    field('writer', 'member', ['draft']),
    field('proof', 'proof', ['draft']),
    field('note', 'long_text'),
    field('otherFile', 'files'),
  ],
} as unknown as Kind;

const file = (fieldKey: string) => ({
  fieldKey,
  name: 'draft.pdf',
  type: 'application/pdf',
  size: 3,
  sha256: 'ab',
});

const pitch = (given: Partial<AskedPitch> = {}): AskedPitch => ({
  site: 'news.example',
  language: 'en',
  targetUrl: 'https://brand.example/',
  authority: null,
  fields: {},
  files: [],
  ...given,
});

const keysOf = (subject: ApprovalSubject, fields: AskedPitch['fields']) =>
  contentOf(KIND, subject, pitch({ fields }))?.lines.map(({ label }) => label.en.split(' ')[0]) ?? null;

describe('contentOf', () => {
  it.each<[string, ApprovalSubject, AskedPitch['fields'], readonly string[] | null]>([
    ['a topic shows what is marked for topics', 'topic', { topic: 'Locks', draft: 'Text' }, ['topic']],
    ['a draft shows what is marked for drafts', 'draft', { topic: 'Locks', draft: 'Text' }, ['draft']],
    ['money is never shown', 'topic', { topic: 'Locks', price: { minor: 100, currency: 'EUR' } }, ['topic']],
    [
      'a text kept where money belongs is not shown either',
      'topic',
      { topic: 'Locks', price: '100' },
      ['topic'],
    ],
    ['people and proofs are never shown', 'draft', { draft: 'Text', writer: 'id', proof: 'seen' }, ['draft']],
    ['what is marked for nothing is never shown', 'draft', { draft: 'Text', note: 'Pays late.' }, ['draft']],
    ['blanks say nothing', 'topic', { topic: '  ', points: [''] }, null],
    ['an unwritten topic cannot be asked', 'topic', {}, null],
    ['a site is asked without a word', 'site', { topic: 'Locks' }, []],
  ])('%s', (_, subject, fields, expected) => {
    expect(keysOf(subject, fields)).toEqual(expected);
  });

  it('asks for no site where none is known', () => {
    expect(contentOf(KIND, 'site', pitch({ site: null }))).toBeNull();
  });

  it('says each value in both languages', () => {
    const fields = { topic: 'Locks', format: 'story', points: ['one', 'two'], isExclusive: false };
    expect(
      contentOf(KIND, 'topic', pitch({ fields }))?.lines.map(({ form, values }) => [form, values]),
    ).toEqual([
      ['text', { en: ['Locks'], nl: ['Locks'] }],
      ['text', { en: ['Story'], nl: ['Verhaal'] }],
      ['text', { en: ['one', 'two'], nl: ['one', 'two'] }],
      ['text', { en: ['No'], nl: ['Nee'] }],
    ]);
  });

  it('shows files of marked fields alone, without saying which field they came from', () => {
    const content = contentOf(KIND, 'draft', pitch({ files: [file('draftFile'), file('otherFile')] }));
    expect(content?.files).toEqual([{ name: 'draft.pdf', type: 'application/pdf', size: 3, sha256: 'ab' }]);
    expect(contentOf(KIND, 'topic', pitch({ files: [file('draftFile')] }))).toBeNull();
  });
});
