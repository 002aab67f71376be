import { describe, expect, it } from '@jest/globals';
import { googleRel, htmlRel, isFollowed, isLabelled } from './rel.js';

describe('rel tokens', () => {
  it.each<[string, string | null, string[], string[]]>([
    ['no attribute has no tokens', null, [], []],
    ['an empty one has none', '', [], []],
    ['white space alone has none', ' \t\n', [], []],
    ['one token', 'nofollow', ['nofollow'], ['nofollow']],
    ['several keep their order', 'noopener nofollow', ['noopener', 'nofollow'], ['noopener', 'nofollow']],
    ['case is ASCII case', 'NoFollow UGC', ['nofollow', 'ugc'], ['nofollow', 'ugc']],
    ['a Kelvin sign is no k', 'bookmar\u212A', ['bookmar\u212A'], ['bookmar\u212A']],
    ['repeats collapse', 'ugc nofollow UGC', ['ugc', 'nofollow'], ['ugc', 'nofollow']],
    ['tab, feed and return separate', 'a\tb\nc\fd\re', ['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e']],
    ['a no-break space does not', 'ugc\u00A0nofollow', ['ugc\u00A0nofollow'], ['ugc\u00A0nofollow']],
    ['a vertical tab does not', 'ugc\vnofollow', ['ugc\vnofollow'], ['ugc\vnofollow']],
    ['a comma separates for Google alone', 'ugc,nofollow', ['ugc,nofollow'], ['ugc', 'nofollow']],
    ['a comma with a space', 'ugc, nofollow', ['ugc,', 'nofollow'], ['ugc', 'nofollow']],
    ['commas alone', ',,', [',,'], []],
    ['unknown tokens are kept', 'dofollow x-y', ['dofollow', 'x-y'], ['dofollow', 'x-y']],
    ['a semicolon separates for nobody', 'ugc;nofollow', ['ugc;nofollow'], ['ugc;nofollow']],
  ])('%s', (_, attribute, html, google) => {
    expect(htmlRel(attribute)).toEqual(html);
    expect(googleRel(attribute)).toEqual(google);
  });
});

describe('what rel means', () => {
  it.each<[string, string, boolean, boolean, boolean]>([
    ['a bare link is followed and unlabelled', '', false, true, false],
    ['nofollow is a label too', 'nofollow', false, false, true],
    ['sponsored is a label', 'sponsored', false, false, true],
    ['ugc is not followed and no label', 'ugc', false, false, false],
    ['sponsored beside ugc is a label', 'ugc sponsored', false, false, true],
    [
      'noopener, noreferrer and external mean nothing here',
      'noopener noreferrer external',
      false,
      true,
      false,
    ],
    ['dofollow means nothing', 'dofollow', false, true, false],
    ['alternate is followed', 'alternate', false, true, false],
    ['a comma hides nothing from Google', 'external,nofollow', false, false, true],
    ['a page-level nofollow holds for every link', '', true, false, false],
    ['both', 'nofollow', true, false, true],
  ])('%s', (...[, attribute, pageNofollow, followed, labelled]) => {
    expect(isFollowed(googleRel(attribute), pageNofollow)).toBe(followed);
    expect(isLabelled(googleRel(attribute))).toBe(labelled);
  });
});
