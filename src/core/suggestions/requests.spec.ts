import { describe, expect, it } from '@jest/globals';
import { readRequests } from './requests.js';

const NOW = Date.parse('2026-09-02T11:00:00Z');

/** A newsletter in the manner of the plain-text ones with labels in capitals; the words are ours. */
const CAPITALS = `From: Desk <desk@sourceofsources.com>
Date: Wed, 02 Sep 2026 10:33:00 +0000
Subject: Wednesday Morning Media Queries
Content-Type: text/plain; charset=utf-8

[AD] A word from somebody who paid for it.

********* INDEX ***********

Business and Finance

1) Small harbours that grow (Quay Weekly) (#item0)
2) Herons in the city (Anonymous) (#item1)

Technology

3) Pumps that fail (Delta Courier) (#item2)

****************************

1) SUMMARY: Small harbours that grow

CATEGORY: Business and Finance

NAME: Ann Quay

EMAIL: ann@quay.example (mailto:ann@quay.example)

MUCK RACK URL:

MEDIA OUTLET: Quay Weekly

MEDIA WEBSITE: https://quay.example (https://quay.example)

DEADLINE DATE: 2026-09-01

DEADLINE TIME: 5:00 pm

TIME ZONE: Eastern Standard Time

QUERY:

I look for people who run a small harbour. Answer the following questions:
1. What grew most last year?
2. Which harbour you would visit
You: run one for five years at least.
-----
No AI answers. Please include your name, title and a headshot. We cannot offer backlinks.

_____
Back to top (#top)

2) SUMMARY: Herons in the city

CATEGORY: General
NAME: Ann Quay
EMAIL: ann@quay.example (mailto:ann@quay.example)
MUCK RACK URL: quay.example/ann
MEDIA OUTLET: Anonymous
MEDIA WEBSITE:
DEADLINE DATE: 2026-09-04
DEADLINE TIME: 11:00 am
TIME ZONE: Pacific Standard Time
QUERY:
How do herons live in your town? Send it to herons@city.example instead.
_____

3) SUMMARY: Pumps that fail

CATEGORY: Technology
NAME: Bo Delta
EMAIL: bo@delta.example
MUCK RACK URL:
MEDIA OUTLET: Delta Courier
MEDIA WEBSITE: delta.example
DEADLINE DATE: soon
DEADLINE TIME:
TIME ZONE:
QUERY:
Tell me why pumps fail.
_____

This email was sent to you@agency.example
unsubscribe from this list
`;

/** In the manner of the newer digests: the deadline on one line, a loose line before the query. */
const SENTENCE_CASE = `Sponsored
Queries from Harbour Times and more!

********* INDEX ***********
Lifestyle
18) Sleeping on a boat (Harbour Times)
******************

18) Summary: Sleeping on a boat

Name: Cleo Harbour

Category: Lifestyle

Email: reply+0001@helpareporter.com

Media Outlet: Harbour Times (https://harbour.example)

Deadline: 7:00 PM ET - 4 September

No AI Pitches Considered

Query:

What do you do against seasickness?

Requirements:
At most 150 words.

Back to Top
`;

describe('a digest', () => {
  const reading = readRequests(CAPITALS, NOW);

  it('gives as many requests as its index names, each with its own address', () => {
    expect(reading).toMatchObject({
      layout: 'digest',
      problem: null,
      indexed: 3,
      source: { value: 'Source of Sources', where: 'mail_header' },
    });
    expect(
      reading.requests.map(({ no, summary, replyAddress }) => [no, summary?.value, replyAddress?.value]),
    ).toEqual([
      [1, 'Small harbours that grow', 'ann@quay.example'],
      [2, 'Herons in the city', 'ann@quay.example'],
      [3, 'Pumps that fail', 'bo@delta.example'],
    ]);
  });

  it('keeps labels, separators and the footer out of every value', () => {
    for (const { query } of reading.requests)
      expect(query?.value).not.toMatch(/_____|SUMMARY|unsubscribe|email was sent|Back to top/i);
    expect(reading.requests[0]?.query?.value).toContain('You: run one for five years');
  });

  it('reads the first request whole', () => {
    expect(reading.requests[0]).toMatchObject({
      category: { value: 'Business and Finance', where: 'label' },
      reporter: { value: 'Ann Quay' },
      outlet: { value: 'Quay Weekly' },
      outletUrl: { value: 'https://quay.example' },
      deadline: {
        value: {
          on: '2026-09-01',
          time: '17:00',
          zone: 'America/New_York',
          at: Date.parse('2026-09-01T21:00:00Z'),
        },
      },
      isOverdue: true,
      questions: ['1. What grew most last year?', '2. Which harbour you would visit'],
      flags: ['link_refused', 'no_ai', 'headshot_asked'],
      instructions: ['No AI answers.', 'Please include your name, title and a headshot.'],
    });
  });

  it.each([
    ['who stays unnamed has no outlet', 1, { outlet: null, outletUrl: null }],
    ['another address in the words is told beside', 1, { otherAddresses: ['herons@city.example'] }],
    [
      'a deadline nobody can read is not made up',
      2,
      { isOverdue: null, deadline: { value: { raw: 'soon', on: null, at: null } } },
    ],
    ['an empty label says nothing', 2, { outletUrl: { value: 'delta.example' } }],
  ])('%s', (_, no, expected) => {
    expect(reading.requests[no]).toMatchObject(expected);
  });

  it('with sentence-case labels is read, too', () => {
    const { requests, ...whole } = readRequests(SENTENCE_CASE, NOW);
    expect(whole).toMatchObject({ layout: 'digest', problem: null, indexed: 1, source: { value: 'HARO' } });
    expect(requests[0]).toMatchObject({
      no: 18,
      replyAddress: { value: 'reply+0001@helpareporter.com' },
      outlet: { value: 'Harbour Times' },
      outletUrl: { value: 'https://harbour.example' },
      deadline: { value: { on: '2026-09-04', time: '19:00' } },
      isOverdue: false,
      query: { value: 'What do you do against seasickness?' },
      questions: ['What do you do against seasickness?'],
      instructions: ['At most 150 words.', 'No AI Pitches Considered'],
      flags: ['no_ai'],
    });
  });

  it.each<[string, string, string]>([
    ['an index without requests', CAPITALS.replaceAll('SUMMARY:', 'S:'), 'digest_without_requests'],
    ['one request fewer than its index names', CAPITALS.replace('3) SUMMARY:', '3) S:'), 'count_differs'],
    ['nothing', '  \n ', 'empty'],
  ])('says what is wrong with %s', (_, text, problem) => {
    expect(readRequests(text, NOW).problem).toBe(problem);
  });
});
