import { describe, expect, it } from '@jest/globals';
import { readRobotsDate } from './robots-date.js';
import { googlebotRules, type MetaTag } from './robots-meta.js';

/** Rules in short: `noindex nofollow until-...`. */
function read(metas: MetaTag[], headers: string[] = []): string {
  const { noindex, nofollow, unavailableAfter } = googlebotRules(metas, headers);
  const words = [noindex && 'noindex', nofollow && 'nofollow', unavailableAfter];
  return words.filter((word) => typeof word === 'string').join(' ');
}

function meta(content: string, name = 'robots'): MetaTag[] {
  return [{ name, content }];
}

describe('robots meta tags', () => {
  it.each<[string, MetaTag[], string]>([
    ['no tag, no rule', [], ''],
    ['noindex', meta('noindex'), 'noindex'],
    ['nofollow', meta('nofollow'), 'nofollow'],
    ['both', meta('noindex,nofollow'), 'noindex nofollow'],
    ['both with spaces', meta(' noindex , nofollow '), 'noindex nofollow'],
    ['none is both', meta('none'), 'noindex nofollow'],
    ['all is nothing', meta('all'), ''],
    ['index, follow is nothing', meta('index, follow'), ''],
    ['case does not matter', meta('NoIndex', 'ROBOTS'), 'noindex'],
    ['googlebot by name', meta('nofollow', 'googlebot'), 'nofollow'],
    ['another robot by name is another’s', meta('noindex', 'bingbot'), ''],
    ['googlebot-news is another’s', meta('noindex', 'googlebot-news'), ''],
    ['another meta tag is no rule', meta('noindex', 'description'), ''],
    ['white space around the name', meta('noindex', ' robots '), 'noindex'],
    ['two tags add up', [...meta('noindex'), ...meta('nofollow')], 'noindex nofollow'],
    ['the stricter of two wins', [...meta('index,follow'), ...meta('noindex', 'googlebot')], 'noindex'],
    [
      'a general rule holds beside a named one',
      [...meta('nofollow'), ...meta('all', 'googlebot')],
      'nofollow',
    ],
    ['noarchive is no rule of ours', meta('noarchive, nosnippet'), ''],
    ['max-image-preview is none either', meta('max-image-preview:large, max-snippet:-1'), ''],
    ['a rule after one with a value', meta('max-snippet:-1, nofollow'), 'nofollow'],
    ['a word that only begins alike', meta('noindexing'), ''],
    ['rules without commas are one unknown rule', meta('noindex nofollow'), ''],
    ['an empty content', meta(''), ''],
    ['commas alone', meta(',,,'), ''],
    ['an ISO date', meta('unavailable_after: 2027-06-30T10:00:00+02:00'), '2027-06-30T08:00:00.000Z'],
    [
      'a date with a comma',
      meta('unavailable_after: Wed, 30 Jun 2027 10:00:00 GMT'),
      '2027-06-30T10:00:00.000Z',
    ],
    [
      'a rule after a date with a comma',
      meta('unavailable_after: Wed, 30 Jun 2027 10:00:00 GMT, noindex'),
      'noindex 2027-06-30T10:00:00.000Z',
    ],
    ['a date that is none', meta('unavailable_after: some day'), ''],
    ['a date rule without a date', meta('unavailable_after'), ''],
    [
      'the earliest of two dates',
      meta('unavailable_after: 2028-01-01, unavailable_after: 2027-01-01'),
      '2027-01-01T00:00:00.000Z',
    ],
  ])('%s', (_, metas, rules) => {
    expect(read(metas)).toBe(rules);
  });
});

describe('X-Robots-Tag headers', () => {
  it.each<[string, string[], string]>([
    ['a general rule', ['noindex'], 'noindex'],
    ['two in one header', ['noindex, nofollow'], 'noindex nofollow'],
    ['repeated headers add up', ['noindex', 'nofollow'], 'noindex nofollow'],
    ['a rule for googlebot', ['googlebot: nofollow'], 'nofollow'],
    ['its name has no case', ['GoogleBot: NoFollow'], 'nofollow'],
    ['a version is not part of a name', ['googlebot/2.1: noindex'], 'noindex'],
    ['a rule for all by star', ['*: noindex'], 'noindex'],
    ['a rule for another robot', ['otherbot: noindex, nofollow'], ''],
    ['a prefix holds for the rules behind it', ['googlebot: noindex, nofollow'], 'noindex nofollow'],
    ['a new prefix takes over', ['otherbot: noindex, googlebot: nofollow'], 'nofollow'],
    ['and away', ['googlebot: nofollow, otherbot: noindex'], 'nofollow'],
    ['a header of its own starts anew', ['otherbot: noindex', 'nofollow'], 'nofollow'],
    ['a rule with a colon is no agent', ['max-image-preview: large, noindex'], 'noindex'],
    [
      'a date with colons is no agent',
      ['unavailable_after: 25 Jun 2027 15:00:00 GMT'],
      '2027-06-25T15:00:00.000Z',
    ],
    [
      'a date with a comma and colons',
      ['unavailable_after: Friday, 25-Jun-27 15:00:00 GMT'],
      '2027-06-25T15:00:00.000Z',
    ],
    [
      'an agent with such a date and a rule',
      ['googlebot: unavailable_after: Fri, 25 Jun 2027 15:00:00 GMT, nofollow'],
      'nofollow 2027-06-25T15:00:00.000Z',
    ],
    [
      'an agent after a date',
      ['unavailable_after: 2027-06-25, otherbot: noindex'],
      '2027-06-25T00:00:00.000Z',
    ],
    ['a date for another robot', ['otherbot: unavailable_after: 2027-06-25'], ''],
    ['an empty header', [''], ''],
    ['white space around the colon', ['googlebot : noindex'], 'noindex'],
  ])('%s', (_, headers, rules) => {
    expect(read([], headers)).toBe(rules);
  });

  it('tag and header add up', () => {
    expect(read(meta('noindex'), ['googlebot: nofollow'])).toBe('noindex nofollow');
  });
});

describe('readRobotsDate', () => {
  it.each<[string, string, string | null]>([
    ['an ISO day is midnight in UTC', '2027-06-30', '2027-06-30T00:00:00.000Z'],
    ['an ISO time without zone is UTC', '2027-06-30T10:00:00', '2027-06-30T10:00:00.000Z'],
    ['an ISO time in UTC', '2027-06-30T10:00:00Z', '2027-06-30T10:00:00.000Z'],
    ['an ISO time without seconds', '2027-06-30T10:00+0200', '2027-06-30T08:00:00.000Z'],
    ['fractions of a second', '2027-06-30T10:00:00.5Z', '2027-06-30T10:00:00.500Z'],
    ['RFC 822', '30 Jun 2027 10:00:00 EST', '2027-06-30T15:00:00.000Z'],
    ['RFC 822 without zone is UTC', '30 Jun 2027 10:00:00', '2027-06-30T10:00:00.000Z'],
    ['RFC 850', 'Wednesday, 30-Jun-2027 10:00:00 PST', '2027-06-30T18:00:00.000Z'],
    ['Central European time', '30 Jun 2027 10:00:00 CET', '2027-06-30T09:00:00.000Z'],
    ['its summer time', '30 Jun 2027 10:00:00 cest', '2027-06-30T08:00:00.000Z'],
    ['a day in words', '30 Jun 2027', '2027-06-30T00:00:00.000Z'],
    ['no date', 'soon', null],
    ['nothing', '', null],
    ['a day that is none', '2027-13-45', null],
  ])('%s', (_, text, iso) => {
    const time = readRobotsDate(text);
    expect(time === null ? null : new Date(time).toISOString()).toBe(iso);
  });
});
