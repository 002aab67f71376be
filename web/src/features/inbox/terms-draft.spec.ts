import { expect, it } from '@jest/globals';
import { draftOf, termsOf } from './terms-draft.js';

const SAID = [
  { term: 'link', value: 'in the text', sentence: 'One link in the text is fine, follow.' },
  { term: 'rel', value: 'follow', sentence: 'One link in the text is fine, follow.' },
  { term: 'due', value: '2026-11-28', sentence: 'Deadline 28 November?' },
  { term: 'words', value: '900', sentence: 'Max. 900 words.' },
];

it('fills in what has a field, and keeps their words once each', () => {
  expect(draftOf(SAID, 'https://shop.example/guide')).toEqual({
    rel: 'follow',
    dueOn: '2026-11-28',
    durationUntil: '',
    compensation: 'none',
    targetUrl: 'https://shop.example/guide',
    sourceUrl: '',
    anchor: '',
    notes: 'One link in the text is fine, follow.\nDeadline 28 November?\nMax. 900 words.',
  });
});

it('takes no word for a term that is none, and no day that is none', () => {
  const odd = [
    { term: 'rel', value: 'dofollow please', sentence: '' },
    { term: 'due', value: 'soon', sentence: '' },
    { term: 'price', value: '250 EUR', sentence: 'We ask 250 euro.' },
  ];
  const { rel, dueOn, compensation, notes } = draftOf(odd, '');
  expect([rel, dueOn, compensation, notes]).toEqual(['', '', 'money', 'We ask 250 euro.']);
});

it('sends only what says something, and the pitch where there are several', () => {
  expect(termsOf(draftOf([], ''), 'p1')).toEqual({ compensation: 'none', pitchId: 'p1' });
  expect(termsOf(draftOf([], ' https://a.example '), undefined)).toEqual({
    compensation: 'none',
    targetUrl: 'https://a.example',
  });
});
