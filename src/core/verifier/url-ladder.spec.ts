import { describe, expect, it } from '@jest/globals';
import { ACCEPTED_STEPS, type AcceptedStep, MATCH_STEPS, type MatchStep } from '../placements/terms.js';
import { equivalentKey, isAccepted, isAtLeast, matchStep, normaliseUrl } from './url-ladder.js';

const TARGET = 'https://example.com/guide?page=2';

describe('matchStep', () => {
  it.each<[string, string, MatchStep]>([
    ['the same address is exact', 'https://example.com/guide?page=2', 'exact'],
    ['upper-case scheme and host are the same serialisation', 'HTTPS://EXAMPLE.COM/guide?page=2', 'exact'],
    ['the default port is dropped by the standard', 'https://example.com:443/guide?page=2', 'exact'],
    ['dot segments are resolved by the standard', 'https://example.com/x/../guide?page=2', 'exact'],
    ['a tab inside is dropped by the standard', 'https://example.com/gu\tide?page=2', 'exact'],
    ['a backslash is a slash', 'https:\\\\example.com\\guide?page=2', 'exact'],
    ['full-width letters are the same host', 'https://ｅxample.com/guide?page=2', 'exact'],
    ['http for https is equivalent', 'http://example.com/guide?page=2', 'equivalent'],
    ['http on its own default port is equivalent', 'http://example.com:80/guide?page=2', 'equivalent'],
    ['a leading www is equivalent', 'https://www.example.com/guide?page=2', 'equivalent'],
    ['a trailing slash is equivalent', 'https://example.com/guide/?page=2', 'equivalent'],
    ['a trailing dot of the host is equivalent', 'https://example.com./guide?page=2', 'equivalent'],
    ['a fragment is equivalent', 'https://example.com/guide?page=2#top', 'equivalent'],
    ['an empty fragment is equivalent', 'https://example.com/guide?page=2#', 'equivalent'],
    [
      'a tracking parameter after is equivalent',
      'https://example.com/guide?page=2&utm_source=x',
      'equivalent',
    ],
    ['a tracking parameter before is equivalent', 'https://example.com/guide?gclid=1&page=2', 'equivalent'],
    ['tracking names have no case', 'https://example.com/guide?UTM_Medium=x&page=2', 'equivalent'],
    ['a tracking parameter without value', 'https://example.com/guide?page=2&fbclid', 'equivalent'],
    ['escapes of plain letters are equivalent', 'https://example.com/%67uide?page=2', 'equivalent'],
    ['escapes in the query too', 'https://example.com/guide?p%61ge=%32', 'equivalent'],
    ['everything equivalent at once', 'http://www.example.com:80/guide/?utm_id=1&page=2#x', 'equivalent'],
    ['another query is the same path', 'https://example.com/guide?page=3', 'same_path_other_query'],
    ['no query is the same path', 'https://example.com/guide', 'same_path_other_query'],
    ['one parameter more is the same path', 'https://example.com/guide?page=2&x=1', 'same_path_other_query'],
    ['the same path over http and www', 'http://www.example.com/guide/?page=9', 'same_path_other_query'],
    ['the case of a query counts', 'https://example.com/guide?PAGE=2', 'same_path_other_query'],
    ['ref is no tracking parameter', 'https://example.com/guide?page=2&ref=x', 'same_path_other_query'],
    ['utm without its underscore is none', 'https://example.com/guide?page=2&utm=x', 'same_path_other_query'],
    ['the case of a path counts', 'https://example.com/Guide?page=2', 'same_site'],
    ['another path is the same site', 'https://example.com/other', 'same_site'],
    ['the home page is the same site', 'https://example.com/', 'same_site'],
    ['two slashes at the end are another path', 'https://example.com/guide//?page=2', 'same_site'],
    ['another sub-domain is the same site', 'https://shop.example.com/guide?page=2', 'same_site'],
    ['another port is the same site', 'https://example.com:8443/guide?page=2', 'same_site'],
    ['the wrong default port is another port', 'http://example.com:443/guide?page=2', 'same_site'],
    ['a user name is another place', 'https://anna@example.com/guide?page=2', 'same_site'],
    ['an escaped slash is another path', 'https://example.com/gui%2Fde?page=2', 'same_site'],
    ['another site is other', 'https://example.org/guide?page=2', 'other'],
    [
      'the target as a sub-domain of another is other',
      'https://example.com.example.org/guide?page=2',
      'other',
    ],
    ['the target in the query of another is other', `https://example.org/?u=${TARGET}`, 'other'],
    ['a longer name is other', 'https://myexample.com/guide?page=2', 'other'],
    ['the target as a user name is other', 'https://example.com@example.org/guide?page=2', 'other'],
    ['mail is other', 'mailto:anna@example.com', 'other'],
    ['another scheme is other', 'ftp://example.com/guide?page=2', 'other'],
    ['a relative address is other', '/guide?page=2', 'other'],
    ['nothing is other', '', 'other'],
  ])('%s', (_, href, step) => {
    expect(matchStep(href, TARGET)).toBe(step);
  });

  it.each<[string, string, string, MatchStep]>([
    [
      'a home page with and without slash is one address',
      'https://example.com',
      'https://example.com/',
      'exact',
    ],
    ['an empty query is equivalent', 'https://example.com/a?', 'https://example.com/a', 'equivalent'],
    ['only tracking is an empty query', 'https://example.com/?gclid=1', 'https://example.com/', 'equivalent'],
    ['hex digits have no case', 'https://example.com/a%2fb', 'https://example.com/a%2Fb', 'equivalent'],
    ['letters and their escapes', 'https://example.com/caf%C3%A9', 'https://example.com/café', 'exact'],
    [
      'lower-case escapes of letters',
      'https://example.com/caf%c3%a9',
      'https://example.com/café',
      'equivalent',
    ],
    ['a tilde and its escape', 'https://example.com/%7Ejo', 'https://example.com/~jo', 'equivalent'],
    ['a broken escape stays what it is', 'https://example.com/%zz', 'https://example.com/%zz', 'exact'],
    ['punycode and Unicode', 'https://xn--bcher-kva.example/', 'https://bücher.example/', 'exact'],
    [
      'the fragment of the target does not matter either',
      'https://example.com/a',
      'https://example.com/a#b',
      'equivalent',
    ],
    ['two fragments', 'https://example.com/a#c', 'https://example.com/a#b', 'equivalent'],
    ['the same fragment is exact', 'https://example.com/a#b', 'https://example.com/a#b', 'exact'],
    [
      'tracking in the target is dropped too',
      'https://example.com/a',
      'https://example.com/a?utm_source=b',
      'equivalent',
    ],
    [
      'order of parameters counts',
      'https://example.com/?b=1&a=2',
      'https://example.com/?a=2&b=1',
      'same_path_other_query',
    ],
    ['a target with www', 'https://example.com/', 'https://www.example.com/', 'equivalent'],
    ['two spellings of an IP address', 'http://127.1/x', 'http://127.0.0.1/x', 'exact'],
    ['an IPv4 address inside IPv6', 'http://[::ffff:127.0.0.1]/x', 'http://127.0.0.1/x', 'equivalent'],
    ['users of a private suffix are strangers', 'https://a.github.io/', 'https://b.github.io/', 'other'],
    ['a target that is no address matches nothing', 'https://example.com/', 'example.com', 'other'],
    ['a target that is not http matches nothing', 'ftp://example.com/', 'ftp://example.com/', 'other'],
  ])('%s', (_, href, target, step) => {
    expect(matchStep(href, target)).toBe(step);
  });

  it.each<[string, Parameters<typeof matchStep>[2], string, MatchStep]>([
    [
      'a sub-site is not its parent',
      { declaredSubSites: ['blog.example.com'] },
      'https://blog.example.com/',
      'other',
    ],
    [
      'a path sub-site is not its parent',
      { declaredSubSites: ['example.com/jo'] },
      'https://example.com/jo/1',
      'other',
    ],
    ['own tracking parameters', { trackingParameters: ['ref'] }, `${TARGET}&ref=1`, 'equivalent'],
    ['replace the list', { trackingParameters: ['ref'] }, `${TARGET}&gclid=1`, 'same_path_other_query'],
  ])('%s', (_, settings, href, step) => {
    expect(matchStep(href, TARGET, settings)).toBe(step);
  });
});

describe('normaliseUrl and equivalentKey', () => {
  it('keep what makes an address and drop what does not', () => {
    const url = normaliseUrl('http://u:p@WWW.Example.com.:8080/a%7e/?utm_x=1&b=%2f#c');
    expect(url).toEqual({
      href: 'http://u:p@www.example.com.:8080/a%7e/?utm_x=1&b=%2f#c',
      place: 'u:p@example.com:8080/a~',
      query: 'b=%2F',
    });
  });

  it.each<[string, string, string | null]>([
    ['equivalent addresses have one key', 'http://www.example.com/a/?utm_source=1#b', 'example.com:/a?'],
    ['and so has the plain one', 'https://example.com/a', 'example.com:/a?'],
    ['no address has none', 'not an address', null],
  ])('%s', (_, address, key) => {
    expect(equivalentKey(address)).toBe(key);
  });
});

describe('accepted steps', () => {
  const accepted: Record<AcceptedStep, MatchStep[]> = {
    exact: ['exact'],
    equivalent: ['exact', 'equivalent'],
    redirects_to_target: ['exact', 'equivalent', 'redirects_to_target'],
    same_path_other_query: ['exact', 'equivalent', 'redirects_to_target', 'same_path_other_query'],
    same_site: ['exact', 'equivalent', 'redirects_to_target', 'same_path_other_query', 'same_site'],
  };
  it.each(ACCEPTED_STEPS)('%s accepts itself and what stands above it', (step) => {
    expect(MATCH_STEPS.filter((seen) => isAccepted(seen, step, false))).toEqual(accepted[step]);
    expect(MATCH_STEPS.filter((seen) => isAtLeast(seen, step))).toEqual(accepted[step]);
  });

  it.each<[string, AcceptedStep, boolean]>([
    ['equivalent accepts a redirect within the target’s own site', 'equivalent', true],
    ['exact does not', 'exact', false],
  ])('%s', (_, step, answer) => {
    expect(isAccepted('redirects_to_target', step, true)).toBe(answer);
  });

  it('the own-site exception is for redirects alone', () => {
    expect(isAccepted('same_site', 'equivalent', true)).toBe(false);
  });
});

describe('readings that are kept', () => {
  it('say the same for every target', () => {
    const readings = new Map();
    const hrefs = ['https://a.example/x?utm_source=z', 'https://b.example/', 'mailto:jo@a.example'];
    for (const target of ['https://a.example/x', 'https://b.example/y', 'nonsense']) {
      const steps = hrefs.map((href) => matchStep(href, target, { readings }));
      expect(steps).toEqual(hrefs.map((href) => matchStep(href, target)));
    }
    expect([...readings.keys()]).toEqual(hrefs);
  });
});
