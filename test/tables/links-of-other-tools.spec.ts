import { describe, it } from '@jest/globals';
import * as files from './exports.js';
import { PAGE, SHOP } from './exports.js';
import { expectVariant, type Variant } from './read-file.js';

const PREAMBLE = 'Moz export\r\nhttps://shop.test/\r\nCreated, 2026\r\n\r\nFilter: all\r\nx\r\n';

const VARIANTS: Variant[] = [
  [
    'Moz Open Site Explorer, six lines above the header, yes and no, the same page twice',
    PREAMBLE +
      files.sheet(files.MOZ_OSE, [
        {
          URL: 'blog.example/post',
          'Anchor Text': 'shop',
          'Spam Score': '3',
          'Domain Authority': '40',
          'Target URL': 'shop.test/p',
          'Only rel=nofollow': 'Yes',
          'Only follow': 'No',
          '301': 'No',
        },
        { URL: 'blog.example/post', 'Target URL': 'shop.test/p', 'Only follow': 'Yes' },
      ]),
    'moz_open_site_explorer',
    'sure',
    {
      link: { sourceUrl: PAGE, targetUrl: SHOP, rel: 'nofollow', isRedirect: false },
      site: {
        metrics: [
          { source: 'moz', metric: 'domain_authority', value: 40 },
          { source: 'moz', metric: 'spam_score', value: 3 },
        ],
      },
    },
  ],
  [
    'Moz top pages, five lines above the header, addresses without scheme',
    PREAMBLE.split('\r\n').slice(0, 5).join('\r\n') +
      '\r\n' +
      files.sheet(files.MOZ_PAGES, [{ URL: 'shop.test/p', Title: 'Shop', PA: '30', 'Total Links': '1,240' }]),
    'moz_top_pages',
    'sure',
    { targetPage: { url: SHOP, title: 'Shop', linkCount: 1240 } },
  ],
  [
    'Moz inbound links, lost',
    files.sheet(files.MOZ_INBOUND, [
      {
        URL: PAGE,
        'Target URL': SHOP,
        DA: '40',
        'Link Type': 'nofollow',
        'Link State': 'lost',
        'Date Lost': '2026-03-04',
      },
    ]),
    'moz_inbound_links',
    'likely',
    { link: { rel: 'nofollow', state: 'lost', lostAt: '2026-03-04T00:00:00.000Z' } },
  ],
  [
    'Majestic: an empty flag is false, any other true',
    files.sheet(files.MAJESTIC, [
      {
        'Target URL': SHOP,
        'Source URL': PAGE,
        'Source Crawl Date': '2026-10-06',
        'Source First Found Date': '2025-10-06',
        FlagNoFollow: 'FlagNoFollow',
        FlagOldCrawl: 'Y',
        RefDomainTopicalTrustFlow_Value_0: '22',
      },
    ]),
    'majestic_backlinks',
    'sure',
    {
      link: { rel: 'nofollow', isImage: false, state: 'unknown', firstSeenOn: '2025-10-06' },
      site: { metrics: [{ source: 'majestic', metric: 'topical_trust_flow', value: 22 }] },
    },
  ],
  [
    'Majestic by its API, lost',
    files.sheet(files.MAJESTIC_API, [
      {
        'Target URL': SHOP,
        'Source URL': PAGE,
        DateLost: '2026-04-05',
        ReasonLost: 'Not found',
        FirstIndexedDate: '2024-01-02',
      },
    ]),
    'majestic_backlinks_api',
    'sure',
    { link: { rel: '', state: 'lost', lostReason: 'page_gone', firstSeenOn: '2024-01-02' } },
  ],
  [
    'Search Console latest links, a comma in the date',
    `Linking page,Last crawled\n${PAGE},"Sep 15, 2026"\n`,
    'search_console_links',
    'sure',
    { link: { sourceUrl: PAGE, state: 'live', lastSeenAt: '2026-09-15T00:00:00.000Z' } },
  ],
  [
    'Search Console latest links in Hebrew, told by its values',
    `דף מקשר,תאריך הסריקה\n${PAGE},28/09/2026\n`,
    'search_console_links',
    'likely',
    { link: { sourceUrl: PAGE, lastSeenAt: '2026-09-28T00:00:00.000Z' } },
  ],
  [
    'Search Console latest links in Dutch',
    `Linkende pagina;Laatst gecrawld\n${PAGE};15 sep 2026\n`,
    'search_console_links',
    'sure',
    { link: { lastSeenAt: '2026-09-15T00:00:00.000Z' } },
  ],
  [
    'Search Console top linking sites',
    'Site,Linking pages,Target pages\nblog.example,"1,240",3\n',
    'search_console_sites',
    'sure',
    { site: { siteKey: 'blog.example', linkCount: 1240 } },
  ],
  [
    'Search Console top linking sites in German',
    'Website-Adresse;Verlinkende Seiten;Zielseiten\nblog.example;1.240;3\n',
    'search_console_sites',
    'likely',
    { site: { linkCount: 1240 } },
  ],
  [
    'Search Console top linked pages',
    `Target page,Incoming links,Linking sites\n${SHOP},1240,12\n`,
    'search_console_pages',
    'sure',
    { targetPage: { url: SHOP, linkCount: 1240, linkingSiteCount: 12 } },
  ],
  [
    'SE Ranking',
    files.sheet(files.SE_RANKING, [
      {
        url_from: PAGE,
        url_to: SHOP,
        nofollow: '1',
        image: '0',
        domain_inlink_rank: '33',
        first_seen: '2026-01-05',
      },
    ]),
    'se_ranking_backlinks',
    'likely',
    {
      link: { rel: 'nofollow', isImage: false, firstSeenOn: '2026-01-05' },
      site: { metrics: [{ source: 'se_ranking', metric: 'domain_inlink_rank', value: 33 }] },
    },
  ],
  [
    'Screaming Frog outlinks',
    files.sheet(files.SCREAMING_FROG, [
      {
        Type: 'Hyperlink',
        Source: SHOP,
        Destination: PAGE,
        Anchor: 'read',
        Follow: 'false',
        Rel: 'nofollow noopener',
      },
    ]),
    'screaming_frog_outlinks',
    'sure',
    {
      link: { sourceUrl: SHOP, targetUrl: PAGE, rel: 'nofollow noopener' },
      site: { siteKey: 'blog.example' },
    },
  ],
  [
    'linking domains as Moz calls its columns',
    files.sheet(files.MOZ_DOMAINS, [
      { 'Root Domain': 'blog.example', 'Domain Authority': '40', Links: '12', 'Date Lost': '2026-03-04' },
    ]),
    'moz_linking_domains',
    'likely',
    {
      site: {
        siteKey: 'blog.example',
        linkCount: 12,
        lostAt: '2026-03-04T00:00:00.000Z',
        metrics: [{ source: 'moz', metric: 'domain_authority', value: 40 }],
      },
    },
  ],
  [
    'referring domains as Majestic calls its columns',
    files.sheet(files.MAJESTIC_DOMAINS, [
      {
        Domain: 'blog.example',
        TrustFlow: '30',
        CitationFlow: '20',
        'Matched Links': '1,240',
        'Last Seen': '2026-03-04',
      },
    ]),
    'majestic_referring_domains',
    'likely',
    { site: { linkCount: 1240, lastSeenAt: '2026-03-04T00:00:00.000Z' } },
  ],
  [
    'referring domains as SE Ranking calls its columns',
    files.sheet(files.SE_RANKING_DOMAINS, [
      {
        'Referring Domain': 'blog.example',
        'Domain Trust': '30',
        Backlinks: '7',
        'Dofollow backlinks': '5',
        'First seen': '2026-01-05',
      },
    ]),
    'se_ranking_referring_domains',
    'likely',
    { site: { linkCount: 7, dofollowCount: 5, firstSeenOn: '2026-01-05' } },
  ],
];

describe('links of other tools', () => {
  it.each(VARIANTS)('%s', (...variant) => expectVariant(variant));
});
