import { describe, expect, it } from '@jest/globals';
import { crawlDelay, parseRobotsTxt, ROBOTS_TXT_LIMIT, robotsAllow, robotsAnswer } from './robots-txt.js';

const OWN = 'LinkledgerBot';
type Fact = [fact: string, text: string, path: string, own: boolean, googlebot: boolean];
const yes = true;
const no = false;

function check(rows: Fact[]): void {
  it.each(rows)('%s', (...[, text, path, own, googlebot]) => {
    const robots = parseRobotsTxt(text.replaceAll(' | ', '\n'));
    expect([robotsAllow(robots, OWN, path), robotsAllow(robots, 'Googlebot', path)]).toEqual([
      own,
      googlebot,
    ]);
  });
}

describe('groups', () => {
  check([
    ['an empty file allows all', '', '/x', yes, yes],
    ['a page of HTML allows all', '<!doctype html><p>Disallow: the fun', '/x', yes, yes],
    ['the star is for all', 'User-agent: * | Disallow: /', '/x', no, no],
    ['an empty disallow allows all', 'User-agent: * | Disallow:', '/x', yes, yes],
    ['an agent of that name alone', 'User-agent: linkledgerbot | Disallow: /', '/x', no, yes],
    ['names have no case', 'USER-AGENT: LINKLEDGERBOT | DISALLOW: /', '/x', no, yes],
    [
      'the named group counts alone',
      'User-agent: * | Disallow: / | User-agent: googlebot | Disallow: /y',
      '/x',
      no,
      yes,
    ],
    [
      'wherever it stands',
      'User-agent: googlebot | Disallow: /y | User-agent: * | Disallow: /',
      '/x',
      no,
      yes,
    ],
    [
      'a named group without rules allows all',
      'User-agent: * | Disallow: / | User-agent: googlebot',
      '/x',
      no,
      yes,
    ],
    [
      'groups of one name are merged',
      'User-agent: googlebot | Disallow: /a | User-agent: x | Disallow: / | User-agent: googlebot | Disallow: /b',
      '/b',
      yes,
      no,
    ],
    ['star groups are merged', 'User-agent: * | Disallow: /a | User-agent: * | Disallow: /b', '/b', no, no],
    [
      'agents in a row share the rules',
      'User-agent: googlebot | User-agent: linkledgerbot | Disallow: /',
      '/x',
      no,
      no,
    ],
    [
      'a rule ends the row',
      'User-agent: googlebot | Disallow: / | User-agent: linkledgerbot | Allow: /',
      '/x',
      yes,
      no,
    ],
    [
      'a sitemap does not end the row',
      'User-agent: googlebot | Sitemap: https://a.example/s.xml | User-agent: linkledgerbot | Disallow: /',
      '/x',
      no,
      no,
    ],
    [
      'a crawl-delay does not either',
      'User-agent: googlebot | Crawl-delay: 9 | User-agent: linkledgerbot | Disallow: /',
      '/x',
      no,
      no,
    ],
    ['nor an empty line', 'User-agent: googlebot |  | User-agent: linkledgerbot | Disallow: /', '/x', no, no],
    [
      'a sitemap between rules does not end a group',
      'User-agent: * | Sitemap: x | Disallow: /',
      '/x',
      no,
      no,
    ],
    ['rules before any agent are nobody’s', 'Disallow: / | User-agent: * | Disallow: /y', '/x', yes, yes],
    ['another agent is not ours', 'User-agent: linkledgerbot-image | Disallow: /', '/x', yes, yes],
    ['part of a name is not ours', 'User-agent: link | Disallow: /', '/x', yes, yes],
    ['a version after the name is not read', 'User-agent: LinkledgerBot/1.0 | Disallow: /', '/x', no, yes],
    [
      'a word after the name is for Google alone',
      'User-agent: Googlebot Images | User-agent: LinkledgerBot X | Disallow: /',
      '/x',
      yes,
      no,
    ],
    ['a star with a word is for Google alone', 'User-agent: * all | Disallow: /', '/x', yes, no],
    ['a star within a word is nobody', 'User-agent: *bot | Disallow: /', '/x', yes, yes],
    ['robots.txt itself is always allowed', 'User-agent: * | Disallow: /', '/robots.txt', yes, yes],
  ]);
});

describe('paths', () => {
  const star = 'User-agent: * | ';
  check([
    ['a rule holds from the start of the path', `${star}Disallow: /a`, '/a/b', no, no],
    ['and without a slash after it', `${star}Disallow: /a`, '/ab', no, no],
    ['not in the middle', `${star}Disallow: /b`, '/a/b', yes, yes],
    ['case counts', `${star}Disallow: /A`, '/a', yes, yes],
    ['the query counts', `${star}Disallow: /a?x=1`, '/a?x=1&y', no, no],
    ['an empty path is the root', `${star}Disallow: /`, '', no, no],
    ['a rule without its slash matches nothing', `${star}Disallow: a`, '/a', yes, yes],
    ['the longest rule wins', `${star}Disallow: /a | Allow: /a/b`, '/a/b/c', yes, yes],
    ['whatever the order', `${star}Allow: /a/b | Disallow: /a`, '/a/b/c', yes, yes],
    ['also the longest ban', `${star}Allow: /a | Disallow: /a/b`, '/a/b', no, no],
    ['at equal length allow wins', `${star}Disallow: /a | Allow: /a`, '/a', yes, yes],
    ['in either order', `${star}Allow: /a | Disallow: /a`, '/a', yes, yes],
    ['stars count for the length', `${star}Allow: /a | Disallow: /*b`, '/ab', no, no],
    ['a star is any run', `${star}Disallow: /*.php`, '/a/b.php?c', no, no],
    ['also an empty one', `${star}Disallow: /a*b`, '/ab', no, no],
    ['a star at the end says nothing', `${star}Disallow: /a*`, '/abc', no, no],
    ['several stars', `${star}Disallow: /*a*b*c`, '/1a2b3c', no, no],
    ['in their order', `${star}Disallow: /*a*b*c`, '/1a2c3b', yes, yes],
    ['a dollar is the end', `${star}Disallow: /*.php$`, '/a.php', no, no],
    ['and nothing after it', `${star}Disallow: /*.php$`, '/a.php?x', yes, yes],
    ['a dollar without a star', `${star}Disallow: /a$`, '/a', no, no],
    ['a dollar without a star and more', `${star}Disallow: /a$`, '/ab', yes, yes],
    ['a dollar in the middle is a dollar', `${star}Disallow: /a$b`, '/a$b', no, no],
    ['a dollar needs the whole end once', `${star}Disallow: /aba*aba$`, '/aba', yes, yes],
    ['a star before a dollar', `${star}Disallow: /a*$`, '/abc', no, no],
    ['the root alone', `${star}Allow: /$ | Disallow: /`, '/', yes, yes],
    ['and nothing else', `${star}Allow: /$ | Disallow: /`, '/a', no, no],
    ['a comment is cut off', `${star}Disallow: /a # not b`, '/a', no, no],
    ['a line of comment is nothing', `${star}# Disallow: /`, '/a', yes, yes],
    ['letters beyond ASCII match their escapes', `${star}Disallow: /café`, '/caf%C3%A9', no, no],
    ['escapes in lower case too', `${star}Disallow: /caf%c3%a9`, '/caf%C3%A9', no, no],
    ['a lone surrogate breaks nothing', `${star}Disallow: /\uD800`, '/%EF%BF%BD', no, no],
    [
      'escaped plain letters match by the standard, not at Google',
      `${star}Disallow: /%61bc`,
      '/abc',
      no,
      yes,
    ],
    ['an escaped slash is no slash', `${star}Disallow: /a%2Fb`, '/a/b', yes, yes],
    ['many stars stay quick', `${star}Disallow: ${'/*a'.repeat(2000)}b`, `/${'a'.repeat(20_000)}`, yes, yes],
  ]);
});

describe('lines', () => {
  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('%s ends a line', (_, end) => {
    const robots = parseRobotsTxt(['User-agent: *', 'Disallow: /a', 'Allow: /b'].join(end));
    expect([robotsAllow(robots, OWN, '/a'), robotsAllow(robots, OWN, '/b')]).toEqual([false, true]);
  });

  it('a byte order mark is skipped', () => {
    expect(robotsAllow(parseRobotsTxt('\uFEFFUser-agent: *\nDisallow: /'), OWN, '/a')).toBe(false);
  });

  it('what stands beyond 500 KiB is not read', () => {
    const long = `User-agent: *\n${'#'.repeat(ROBOTS_TXT_LIMIT)}\nDisallow: /`;
    expect(robotsAllow(parseRobotsTxt(long), OWN, '/a')).toBe(true);
  });

  check([
    ['white space around key and value', '  User-agent :  *   | \tDisallow :\t/a ', '/a', no, no],
    [
      'a line of 16 kB is cut for Google',
      `User-agent: * | Disallow: /${'a'.repeat(17_000)}`,
      `/${'a'.repeat(16_900)}`,
      yes,
      no,
    ],
    ['a misspelt disallow holds for Google alone', 'User-agent: * | Dissallow: /', '/a', yes, no],
    ['another one', 'User-agent: * | Diasllow: /', '/a', yes, no],
    ['a key that begins right', 'User-agent: * | Disallowed: /', '/a', yes, no],
    ['useragent without its hyphen', 'Useragent: * | Disallow: /', '/a', yes, no],
    ['user agent in two words', 'User agent: * | Disallow: /', '/a', yes, no],
    ['a missing colon', 'User-agent * | Disallow /', '/a', yes, no],
    ['a missing colon with more words is nothing', 'User-agent: * | Disallow | now', '/a', yes, yes],
    ['a word alone is nothing', 'User-agent: * | Disallow', '/a', yes, yes],
    [
      'an index page opens its directory for Google',
      'User-agent: * | Disallow: / | Allow: /a/index.html',
      '/a/',
      no,
      yes,
    ],
    ['and nothing below it', 'User-agent: * | Disallow: / | Allow: /a/index.html', '/a/b', no, no],
    [
      'the page itself is open to all',
      'User-agent: * | Disallow: / | Allow: /a/index.html',
      '/a/index.html',
      yes,
      yes,
    ],
    ['a banned index page bans no directory', 'User-agent: * | Disallow: /a/index.html', '/a/', yes, yes],
  ]);
});

describe('crawlDelay', () => {
  it.each<[string, string, number | null]>([
    ['none asked for', 'User-agent: *\nDisallow:', null],
    ['in seconds', 'User-agent: *\nCrawl-delay: 10', 10],
    ['fractions', 'User-agent: *\nCrawl-delay: 0.5', 0.5],
    ['at most a minute', 'User-agent: *\nCrawl-delay: 3600', 60],
    [
      'of the group that counts',
      'User-agent: *\nCrawl-delay: 10\nDisallow:\nUser-agent: linkledgerbot\nCrawl-delay: 2',
      2,
    ],
    [
      'none in the group that counts',
      'User-agent: *\nCrawl-delay: 10\nDisallow:\nUser-agent: linkledgerbot\nAllow: /',
      null,
    ],
    [
      'the longest of several groups',
      'User-agent: *\nCrawl-delay: 3\nDisallow: /a\nUser-agent: *\nCrawl-delay: 7',
      7,
    ],
    ['words are no number', 'User-agent: *\nCrawl-delay: ten', null],
    ['words do not undo a number', 'User-agent: *\nCrawl-delay: 4\nCrawl-delay: x', 4],
    ['less than nothing is no number', 'User-agent: *\nCrawl-delay: -4', null],
    ['before any agent it is nobody’s', 'Crawl-delay: 4\nUser-agent: *\nDisallow:', null],
  ])('%s', (_, text, seconds) => {
    expect(crawlDelay(parseRobotsTxt(text), OWN)).toBe(seconds);
  });

  it('Googlebot keeps none', () => {
    expect(crawlDelay(parseRobotsTxt('User-agent: *\nCrawl-delay: 10'), 'googlebot')).toBeNull();
  });
});

describe('robotsAnswer', () => {
  it.each<[number | null, ReturnType<typeof robotsAnswer>]>([
    [200, 'read_it'],
    [204, 'read_it'],
    [301, 'unreachable'],
    [400, 'all_allowed'],
    [401, 'all_allowed'],
    [403, 'all_allowed'],
    [404, 'all_allowed'],
    [410, 'all_allowed'],
    [429, 'all_allowed'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [600, 'unreachable'],
    [100, 'unreachable'],
    [null, 'unreachable'],
  ])('%s is %s', (status, answer) => {
    expect(robotsAnswer(status)).toBe(answer);
  });
});
