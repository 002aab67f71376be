import { describe, expect, it } from '@jest/globals';
import { resolveBrand } from './resolve-brand.js';

const dairy = {
  id: 'dairy',
  clientId: 'c1',
  name: 'Hill Dairy',
  aliases: ['Hilly'],
  siteKey: 'dairy.example',
};
const solar = { id: 'solar', clientId: 'c2', name: 'Solar', aliases: [], siteKey: 'solar.example' };
const solarNl = {
  id: 'solar-nl',
  clientId: 'c2',
  name: 'Solar NL',
  aliases: ['solar'],
  siteKey: 'solar.example',
};
const target = 'https://www.dairy.example/cheese';

describe('resolveBrand', () => {
  it.each<[string, { brand: string | null; targetUrl: string }, string | null, string]>([
    [
      'the name in the row wins',
      { brand: 'hill  dairy', targetUrl: 'https://solar.example/' },
      'solar',
      'dairy',
    ],
    ['an alias is a name', { brand: 'HILLY', targetUrl: target }, null, 'dairy'],
    ['without a name the choice for the file holds', { brand: null, targetUrl: target }, 'solar', 'solar'],
    ['without either the target tells', { brand: null, targetUrl: target }, null, 'dairy'],
  ])('%s', (_, row, chosen, id) => {
    expect(resolveBrand(row, [dairy, solar, solarNl], chosen)).toMatchObject({ ok: true, brand: { id } });
  });

  it.each<[string, { brand: string | null; targetUrl: string }, string, string]>([
    ['a name nobody has', { brand: 'Moon', targetUrl: target }, 'brand', 'unknown_brand'],
    ['a name two brands have', { brand: 'solar', targetUrl: target }, 'brand', 'brand_needed'],
    [
      'a target on the site of two brands',
      { brand: null, targetUrl: 'https://solar.example/' },
      'target_url',
      'brand_needed',
    ],
    [
      'a target on no brand’s site',
      { brand: null, targetUrl: 'https://other.example/' },
      'target_url',
      'brand_needed',
    ],
  ])('%s is not guessed', (_, row, field, fault) => {
    expect(resolveBrand(row, [dairy, solar, solarNl], null)).toMatchObject({ ok: false, field, fault });
  });
});
