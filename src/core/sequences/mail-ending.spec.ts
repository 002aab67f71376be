import { describe, expect, it } from '@jest/globals';
import { optOutLine } from '../templates/opt-out.js';
import { saysOptOut, withEnding } from './mail-ending.js';

const LINE = optOutLine('en', false, 'ongoing_correspondence');
const mail = { text: 'Hi Ann,\n\nGood kiln.\n', html: '<p>Hi Ann,</p>\n<p>Good kiln.</p>\n' };

describe('the end of a mail', () => {
  it('has the signature and the line about objecting, in text and HTML', () => {
    const ended = withEnding(mail, { signature: 'Olga <Agency>\nCanal 1', optOut: LINE });
    expect(ended.text).toBe(`Hi Ann,\n\nGood kiln.\n\n${LINE}\n\nOlga <Agency>\nCanal 1\n`);
    expect(ended.html).toContain('<p>Olga &lt;Agency&gt;<br>\nCanal 1</p>');
    expect(ended.html).toContain('been in touch before');
  });

  it.each([
    ['leaves out the line where it does not belong', '', null, mail.text],
    ['says nothing twice', '', LINE, `${mail.text}\n${LINE}\n`],
  ])('%s', (_, signature, optOut, text) => {
    expect(withEnding({ ...mail, text }, { signature, optOut }).text).toBe(text);
  });

  it('does not sign twice', () => {
    const signed = { ...mail, text: `${mail.text}\nOlga Owner\n` };
    expect(withEnding(signed, { signature: ' Olga Owner ', optOut: null })).toEqual(signed);
  });
});

describe('the line about objecting', () => {
  it.each([
    ['is found in every language and form', optOutLine('nl', true), true],
    ['is found whatever the ground', optOutLine('nl', false, 'other'), true],
    ['is found in words of one’s own', 'Just tell me and I will not write again.', true],
    ['is not any word about thanks', 'Thanks for your time.', false],
  ])('%s', (_, text, isSaid) => {
    expect(saysOptOut(text)).toBe(isSaid);
  });

  it('follows the ground of the contact', () => {
    expect(optOutLine('en', true)).toContain('found your address on your site');
    expect(optOutLine('en', true, 'existing_customer')).toContain('worked together');
    expect(optOutLine('en', true, 'other')).not.toContain('site');
  });
});
