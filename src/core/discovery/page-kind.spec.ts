import { describe, expect, it } from '@jest/globals';
import { type ChosenPage, kindOfLink, nextPage } from './page-kind.js';

describe('kindOfLink', () => {
  it.each([
    ['/contact', 'x', 'contact'],
    ['/p/12', 'Contact us', 'contact'],
    ['/kontakt.html', '', 'contact'],
    ['/nous-contacter', '', 'contact'],
    ['/neem-contact-op', '', 'contact'],
    ['/over-ons/', '', 'about'],
    ['/%C3%BCber-uns', '', 'about'],
    ['/a-propos', '', 'about'],
    ['/impressum', '', 'imprint'],
    ['/colofon', '', 'imprint'],
    ['/mentions-legales', '', 'imprint'],
    ['/adverteren', '', 'advertising'],
    ['/advertise-with-us', '', 'advertising'],
    ['/schrijf-voor-ons', '', 'advertising'],
    ['/x', 'Write for us', 'advertising'],
    ['/x', 'Gastbeitrag', 'advertising'],
    ['/x', 'Écrire pour nous', 'advertising'],
    ['/author/jane', '', 'author'],
    ['/redactie', '', 'author'],
    ['/news', 'News', null],
    [
      '/2026/how-we-lost-contact-with-a-probe-in-space',
      'How we lost contact with a probe in deep space',
      null,
    ],
    ['/overheid', 'Overheid', null],
  ])('%s “%s” is %s', (path, anchor, kind) => {
    expect(kindOfLink({ href: `https://paper.example${path}`, anchor })).toBe(kind);
  });
});

describe('nextPage', () => {
  const links = ['/team', '/contact', '/contact/press', '/contact/more', '/adverteren', '/impressum#top'].map(
    (path) => ({
      href: `https://paper.example${path}`,
      anchor: '',
    }),
  );
  const foreign = { href: 'https://other.example/contact', anchor: 'Contact' };
  const choose = (read: ChosenPage[], most = 8) =>
    nextPage([foreign, ...links], read, { site: 'paper.example', declared: [], most });

  it('goes by worth, stays on the site, and takes a few of each kind', () => {
    const read: ChosenPage[] = [{ url: 'https://paper.example/', kind: 'home' }];
    for (let page = choose(read); page !== null; page = choose(read)) read.push(page);
    expect(read.map(({ url }) => new URL(url).pathname)).toEqual([
      '/',
      '/contact',
      '/contact/press',
      '/adverteren',
      '/impressum',
      '/team',
    ]);
  });

  it('stops at the most pages a site is asked for', () => {
    expect(choose([{ url: 'https://paper.example/', kind: 'home' }], 1)).toBeNull();
  });
});
