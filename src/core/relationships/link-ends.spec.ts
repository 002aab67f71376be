import { describe, expect, it } from '@jest/globals';
import { endsReader } from './link-ends.js';

describe('endsReader', () => {
  it.each<[string, string, string]>([
    ['https://news.example/a', 'https://shop.example/', 'ok'],
    ['https://shop.example/blog', 'https://news.example/', 'ok'],
    ['https://blog.shop.example/a', 'https://www.shop.example/', 'own_site'],
    ['http://SHOP.example:8080/a', 'https://shop.example./', 'own_site'],
    ['javascript:void(0)', 'https://shop.example/', 'no_web_address'],
    ['https://news.example/', '/guide', 'no_web_address'],
    ['https://news.example/', `https://shop.example/${'a'.repeat(4000)}`, 'too_long'],
  ])('%s -> %s is %s', (source, target, expected) => {
    const ends = endsReader()(source, target, 'shop.example');
    expect(ends.ok ? 'ok' : ends.reason).toBe(expected);
  });

  it.each<[string, string]>([
    ['partner.shop.example', 'https://partner.shop.example/a'],
    ['shop.example/partner', 'https://www.shop.example/partner/a'],
  ])('takes the declared sub-site %s for somebody else', (declared, target) => {
    expect(endsReader([declared])('https://shop.example/blog', target, 'shop.example').ok).toBe(true);
    expect(endsReader()('https://shop.example/blog', target, 'shop.example').ok).toBe(false);
  });

  it('reads equivalent spellings as one page', () => {
    const read = endsReader();
    const one = read('https://news.example/a', 'https://shop.example/x?b=1', 'shop.example');
    const other = read(
      'http://www.news.example/a/#top',
      'https://shop.example/x?utm_source=n&b=1',
      'shop.example',
    );
    expect(other).toEqual(one);
  });
});
