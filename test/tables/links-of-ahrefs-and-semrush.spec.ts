import { describe, expect, it } from '@jest/globals';
import * as files from './exports.js';
import { AHREFS_ROW, METRIC, PAGE, SHOP } from './exports.js';
import { expectVariant, type Variant } from './read-file.js';

const VARIANTS: Variant[] = [
  [
    'Ahrefs backlinks of 2025, UTF-16 with tabs, quotes, a tab and a line end in a cell, decimal comma',
    files.ahrefsBytes(files.AHREFS_2025, [AHREFS_ROW]),
    'ahrefs_backlinks',
    'sure',
    {
      link: {
        sourceUrl: PAGE,
        targetUrl: SHOP,
        anchor: 'our shop',
        rel: 'nofollow sponsored',
        state: 'live',
        firstSeenOn: '2026-01-05',
        lastSeenAt: '2026-10-06T01:02:03.000Z',
      },
      site: {
        siteKey: 'blog.example',
        metrics: [METRIC, { source: 'ahrefs', metric: 'organic_traffic', value: 1240 }],
      },
    },
  ],
  [
    'Ahrefs backlinks of 2022, UTF-8 with commas, a lost link',
    files.sheet(files.AHREFS_2022, [
      { ...AHREFS_ROW, Lost: '2026-05-06 00:00:00', 'Lost status': 'removedfromhtml' },
    ]),
    'ahrefs_backlinks_2022',
    'sure',
    { link: { state: 'lost', lostAt: '2026-05-06T00:00:00.000Z', lostReason: 'link_removed' } },
  ],
  [
    'Ahrefs backlinks of 2025 where a link was dropped from the index: nobody knows whether it stands',
    files.sheet(files.AHREFS_2025, [{ ...AHREFS_ROW, 'Drop reason': 'lowvalue' }]),
    'ahrefs_backlinks',
    'sure',
    { link: { state: 'unknown', lostReason: 'dropped' } },
  ],
  [
    'Ahrefs backlinks before 2022',
    files.sheet(files.AHREFS_OLD, [
      {
        '#': '1',
        'Domain Rating': '61',
        'Referring Page URL': PAGE,
        'Link URL': SHOP,
        'Link Anchor': 'shop',
        Type: 'Dofollow',
        'First Seen': '2019-03-04',
        'Last Check': '2020-01-02',
      },
    ]),
    'ahrefs_backlinks_before_2022',
    'likely',
    {
      link: { sourceUrl: PAGE, targetUrl: SHOP, rel: '', firstSeenOn: '2019-03-04' },
      site: { metrics: [METRIC] },
    },
  ],
  [
    'Ahrefs broken backlinks: the link stands, our page does not',
    files.ahrefsBytes(files.AHREFS_BROKEN, [{ ...AHREFS_ROW, 'Target page HTTP code': '404' }]),
    'ahrefs_broken_backlinks',
    'sure',
    { link: { targetStatus: 404, state: 'live' } },
  ],
  [
    'Ahrefs outgoing links: all pages are of one site',
    files.sheet(files.AHREFS_2025, [
      { ...AHREFS_ROW, 'Referring page URL': 'https://shop.test/a', 'Target URL': 'https://one.example/' },
      {
        ...AHREFS_ROW,
        'Referring page URL': 'https://www.shop.test/b',
        'Target URL': 'https://two.example/',
      },
    ]),
    'ahrefs_outgoing_links',
    'likely',
    { link: { sourceUrl: 'https://shop.test/a' }, site: { siteKey: 'one.example', metrics: [] } },
  ],
  [
    'Ahrefs referring domains, spaces after headers and a # column',
    files.ahrefsBytes(files.AHREFS_DOMAINS, [
      {
        '#': '1',
        Domain: 'blog.example',
        DR: '61',
        'Traffic ': '12 400',
        'Keywords ': '310',
        'Links to target': '3',
        'Dofollow links': '2',
        'First seen': '2026-01-05',
      },
    ]),
    'ahrefs_referring_domains',
    'sure',
    {
      site: {
        siteKey: 'blog.example',
        linkCount: 3,
        dofollowCount: 2,
        firstSeenOn: '2026-01-05',
        metrics: expect.arrayContaining([
          METRIC,
          { source: 'ahrefs', metric: 'organic_traffic', value: 12400 },
        ]),
      },
    },
  ],
  [
    'Ahrefs link intersect, a column for each compared site',
    files.sheet(files.AHREFS_INTERSECT, [
      {
        'Referring page URL': PAGE,
        Language: 'en',
        'Domain rating': '61',
        Intersect: '1',
        'rival.example/': '2',
      },
    ]),
    'ahrefs_link_intersect',
    'sure',
    {
      site: { siteKey: 'blog.example', linksTo: ['rival.example'], metrics: [METRIC] },
      prospect: { language: 'en' },
    },
  ],
  [
    'Ahrefs best by links',
    files.sheet(
      ['Page URL', 'Page title', 'Referring domains', 'Top DR', 'Links to page'],
      [{ 'Page URL': SHOP, 'Referring domains': '12', 'Top DR': '88', 'Links to page': '1.240' }],
    ),
    'ahrefs_best_by_links',
    'sure',
    { targetPage: { url: SHOP, linkingSiteCount: 12, linkCount: 1240 } },
  ],
  [
    'Ahrefs by its API',
    files.sheet(files.AHREFS_API, [
      {
        url_from: PAGE,
        url_to: SHOP,
        is_nofollow: 'false',
        is_dofollow: 'true',
        domain_rating_source: '61.0',
        first_seen_link: '2026-01-05T10:11:12Z',
        lost_reason: 'noindex',
      },
    ]),
    'ahrefs_api',
    'sure',
    { link: { rel: '', state: 'lost', lostReason: 'noindex' }, site: { metrics: [METRIC] } },
  ],
  [
    'Semrush backlinks, a link on every page, lost',
    files.sheet(files.SEMRUSH, [
      {
        'Source url': PAGE,
        'Target url': SHOP,
        Nofollow: 'false',
        Sponsored: 'false',
        Ugc: 'true',
        Image: 'true',
        Sitewide: 'true',
        'First seen': '2026-01-05',
        'Last seen': '2026-02-05 00:00:00',
        'New link': 'false',
        'Lost link': 'true',
      },
    ]),
    'semrush_backlinks',
    'sure',
    { link: { rel: 'ugc', isSitewide: true, isImage: true, state: 'lost', firstSeenOn: '2026-01-05' } },
  ],
  [
    'Semrush backlinks of the older kind',
    files.sheet(files.SEMRUSH_OLD, [
      { 'Source url': PAGE, 'Target url': SHOP, Nofollow: 'true', Sitewide: 'false' },
    ]),
    'semrush_backlinks_older',
    'sure',
    { link: { rel: 'nofollow', isSitewide: false, state: 'live' } },
  ],
  [
    'Semrush referring domains',
    files.sheet(files.SEMRUSH_DOMAINS, [
      { 'Domain ascore': '44', Domain: 'blog.example', Backlinks: '17', 'Country seen': 'NL' },
    ]),
    'semrush_referring_domains',
    'sure',
    {
      site: {
        siteKey: 'blog.example',
        linkCount: 17,
        metrics: [{ source: 'semrush', metric: 'authority_score', value: 44 }],
      },
    },
  ],
];

describe('links of ahrefs and semrush', () => {
  it.each(VARIANTS)('%s', (...variant) => expectVariant(variant));
});
