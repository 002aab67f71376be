import { describe, expect, it } from '@jest/globals';
import { optOutLine } from '../templates/opt-out.js';
import { lintFrozen } from './lint-frozen.js';

const written = (text: string, subject = 'A question') =>
  lintFrozen({ subject, text, unsubscribeUrl: 'https://x.example/u/1', senderNames: ['Anna Visser', ''] });

describe('a text about to leave', () => {
  it.each([
    ['plain words', 'Dear Ben, I read your piece.', []],
    ['a variable of a template', 'Dear {{contact.firstName}}', ['{{contact.firstName}}']],
    ['a place in square brackets', 'Dear [first name]', ['[first name]']],
    ['a place in braces, twice', 'Dear {name} and {name}', ['{name}']],
    ['a link in Markdown is no open place', '[our guide](https://x.example/)', []],
    ['numbers in brackets are notes', 'as shown [1]', []],
    ['no text at all', '  ', ['text']],
  ])('open places: %s', (_fact, text, missing) => {
    expect(written(text).missing).toEqual(missing);
  });

  it('a subject is looked at, too', () => {
    expect(written('Dear Ben', 'Your {{site.name}}').missing).toEqual(['{{site.name}}']);
    expect(written('Dear Ben', '').missing).toEqual(['text']);
  });

  it.each([
    ['the line of templates, English', optOutLine('en', false), true],
    ['the line of templates, English, formal', optOutLine('en', true), true],
    ['the line of templates, Dutch', optOutLine('nl', false), true],
    ['the line of templates, Dutch, formal', optOutLine('nl', true), true],
    ['the address of the page', 'https://x.example/u/1', true],
    ['a line of one’s own', 'Reply STOP or unsubscribe', true],
    ['nothing', 'I would like to write for you.', false],
  ])('a way to object: %s', (_fact, text, expected) => {
    expect(written(text).hasOptOut).toBe(expected);
  });

  it.each([
    ['the whole name', 'Regards, Anna Visser', true],
    ['the first name', 'Groet, anna', true],
    ['part of another word is no name', 'Annabel wrote it', false],
    ['nobody', 'Regards', false],
  ])('who writes: %s', (_fact, text, expected) => {
    expect(written(text).hasSender).toBe(expected);
  });
});
