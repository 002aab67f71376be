import { describe, expect, it } from '@jest/globals';
import { readTerms } from './read-terms.js';

const TODAY = '2026-11-20';
const value = (text: string, key: 'rel' | 'linkCount' | 'date' | 'price' | 'words') =>
  readTerms(text, TODAY)?.[key]?.value ?? null;

describe('what an answer proposes', () => {
  it.each([
    ['The link will be dofollow.', 'follow'],
    ['All links are nofollow.', 'nofollow'],
    ['We only give no-follow links, not dofollow.', 'nofollow'],
    ['It will carry a sponsored tag.', 'sponsored'],
    ['Links are geen nofollow maar dofollow.', 'follow'],
    ['dofollow or nofollow, as you like', null],
    ['We follow the news.', null],
  ])('rel: %s', (text, rel) => {
    expect(value(text, 'rel')).toBe(rel);
  });

  it.each([
    ['We allow two dofollow links per article.', 2],
    ['Maximaal 1 link per artikel.', 1],
    ['Je mag drie links plaatsen.', 3],
    ['See the link below.', null],
  ])('number of links: %s', (text, count) => {
    expect(value(text, 'linkCount')).toBe(count);
  });

  it.each([
    ['The fee is €150.', { amount: '150', currency: 'EUR' }],
    ['We charge 1.250,50 euro per post.', { amount: '1250.50', currency: 'EUR' }],
    ['That would be $1,200 USD.', { amount: '1200', currency: 'USD' }],
    ['It costs 95 GBP.', { amount: '95', currency: 'GBP' }],
    ['De kosten zijn € 175,- ex btw.', { amount: '175', currency: 'EUR' }],
    ['Our rate is 2k USD', { amount: '2000', currency: 'USD' }],
    ['It has 150 readers.', null],
    ['Order EUR12345678', null],
  ])('price: %s', (text, price) => {
    expect(value(text, 'price')).toEqual(price);
  });

  it.each([
    ['We will publish it on 1 December.', '2026-12-01'],
    ['De deadline is 4 december 2026.', '2026-12-04'],
    ['Please send it by Monday.', '2026-11-23'],
    ['I was born on 1 December 1980.', null],
    ['We published it on 1 December 2020.', null],
  ])('date: %s', (text, day) => {
    expect(value(text, 'date')).toBe(day);
  });

  it.each([
    ['Minimum 800 words please.', { min: 800, max: null }],
    ['Between 800 and 1,000 words.', { min: 800, max: 1000 }],
    ['Maximaal 1.200 woorden.', { min: null, max: 1200 }],
    ['A post of 900 words.', { min: 900, max: 900 }],
    ['In other words, yes.', null],
  ])('length: %s', (text, words) => {
    expect(value(text, 'words')).toEqual(words);
  });

  it('keeps links once each, with their sentence', () => {
    const text = 'It is live at https://site.example/post. Again: https://site.example/post';
    expect(readTerms(text, TODAY)?.links).toEqual([
      { value: 'https://site.example/post', sentence: 'It is live at https://site.example/post.' },
    ]);
  });

  it('is nothing where nothing was said, nor in a signature', () => {
    expect(readTerms('Thanks, I will have a look.\n-- \nhttps://site.example', TODAY)).toBeNull();
  });
});
