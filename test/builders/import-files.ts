import type { MadeBrand } from './agency.js';

/** A delimited file of a header and rows, whose cells are parted by bars here. */
export const table = (header: string, rows: readonly string[], delimiter = ','): string =>
  [header, ...rows].map((line) => line.replaceAll('|', delimiter)).join('\n');

const SEMRUSH =
  'Page ascore|Source title|Source url|Target url|Anchor|External links|Internal links|Nofollow|Sponsored|Ugc|Text|Frame|Form|Image|Sitewide|First seen|Last seen|New link|Lost link';

/** A file of each content, what is said of it, and what it comes to. */
export const FILES: readonly {
  readonly name: string;
  /** What an export of a tool is taken for. */
  readonly format?: string;
  readonly content: string;
  readonly file: () => string | Buffer;
  readonly plan?: Record<string, unknown>;
  readonly options?: (shop: MadeBrand) => Record<string, unknown>;
  readonly counts: Record<string, number>;
  readonly summary: Record<string, unknown>;
}[] = [
  {
    name: 'backlinks of Semrush',
    format: 'semrush_backlinks',
    content: 'links_to_us',
    file: () =>
      table(SEMRUSH, [
        '12|A post|https://blog-a.example/post|https://shop.example/guide|our guide|10|20|false|false|false|true|false|false|false|false|2026-01-02|2026-11-01|false|false',
        '12|A post|https://blog-b.example/post|https://shop.example/guide|guide|10|20|true|false|false|true|false|false|false|true|2026-01-02|2026-10-01|false|true',
        '5|Own|https://shop.example/blog|https://shop.example/guide|x|1|2|false|false|false|true|false|false|false|false|2026-01-02|2026-11-01|false|false',
      ]),
    counts: { created: 2, skipped: 1, bad: 0 },
    summary: { sites: 2, links: { new: 1, lost: 1, again: 0 } },
  },
  {
    name: 'links we make',
    content: 'links_to_them',
    file: () =>
      table('Type|Source|Destination|Anchor|Follow', [
        'Hyperlink|https://shop.example/a|https://partner-a.example/|partner|true',
        'Hyperlink|https://shop.example/b|https://partner-b.example/x|partner|true',
      ]),
    plan: { content: 'links_to_them', mapping: { source_url: 1, target_url: 2, anchor: 3 } },
    counts: { created: 2, bad: 0 },
    summary: { sites: 2 },
  },
  {
    name: 'sites to approach with people, a publisher, tags, a number and a last contact',
    content: 'prospects',
    file: () =>
      table('Website|Status|Language|Tags|Email|Contact name|Publisher|Last contacted|Notes', [
        'www.garden.example|new|nl|"garden, home"|anna@garden.example|Anna|Garden Media|2026-05-04|likes lists',
        'https://home.example/|qualified|en|home|||||',
        'garden.example|||garden|bert@garden.example|Bert|Garden Media||',
        'no site at all|||||||| ',
      ]),
    plan: {
      content: 'prospects',
      mapping: {
        site: 0,
        status: 1,
        language: 2,
        tags: 3,
        email: 4,
        contact_name: 5,
        publisher: 6,
        last_contacted: 7,
        notes: 8,
      },
      ground: 'existing_customer',
    },
    options: () => ({ tags: ['autumn'] }),
    counts: { bad: 1 },
    summary: { sites: 2, prospects: 2, contacts: 2, publishers: 1, touches: 1 },
  },
  {
    name: 'a rate sheet with publishers and a broker',
    format: 'prospect_sheet',
    content: 'prospects',
    file: () =>
      table('Website|Guest post price (EUR)|Link insertion price (EUR)|Dofollow|Words|Publisher|Broker', [
        'rate-a.example|250|€ 120|yes|800-1200|Rate Media|',
        'rate-b.example|$ 90||nofollow|500+||Link Shop',
        'rate-c.example|on request||||Rate Media|',
        'rate-a.example|250|120|yes|800-1200|Rate Media|',
        'rate-d.example|a lot|||||',
      ]),
    counts: { created: 3, bad: 1 },
    summary: { sites: 3, prospects: 3, publishers: 2, conditions: 3 },
  },
  {
    name: 'people',
    content: 'contacts',
    file: () =>
      table('Email address|First name|Last name|Position|Domain name', [
        'carla@news.example|Carla|Smit|Editor|news.example',
        'dirk@news.example|Dirk|Bos|Writer|news.example',
        'not an address|X|Y|Writer|news.example',
      ]),
    plan: {
      content: 'contacts',
      mapping: { email: 0, first_name: 1, last_name: 2, position: 3, site: 4 },
      ground: 'none_known',
    },
    counts: { created: 2, bad: 1 },
    summary: { contacts: 2, sites: 1 },
  },
  {
    name: 'sites that link to us, with their numbers',
    content: 'linking_sites',
    file: () =>
      table('Domain|DR|Links to target', [
        'rank-a.example|45|3',
        'rank-b.example|60|1',
        'rank-a.example|45|3',
      ]),
    plan: { content: 'linking_sites', mapping: { site: 0, 'metric.ahrefs.domain_rating': 1, link_count: 2 } },
    options: (shop) => ({ brandId: shop.brandId, alsoProspects: true }),
    counts: { created: 2, duplicate: 1 },
    summary: { sites: 2, prospects: 2, metrics: 2, linkingSites: { new: 2, lost: 0, again: 0 } },
  },
  {
    name: 'sites that link to us as Ahrefs lists them, one of them lost, one our own',
    format: 'ahrefs_referring_domains',
    content: 'linking_sites',
    file: () =>
      table(
        '#|Domain|Is spam|DR|Dofollow linked domains|Traffic |Keywords |Links to target|Dofollow links|First seen|Lost',
        [
          '1|rank-c.example|false|45|3|10|4|12|8|2026-01-02 10:00:00|',
          '2|rank-d.example|false|60|1|10|4|0|0|2025-01-02 10:00:00|2026-10-01 09:00:00',
          '3|shop.example|false|20|1|10|4|40|40|2025-01-02 10:00:00|',
        ],
      ),
    options: (shop) => ({ brandId: shop.brandId }),
    counts: { created: 2, skipped: 1 },
    summary: { sites: 2, metrics: 8, linkingSites: { new: 1, lost: 1, again: 0 } },
  },
  {
    name: 'sites that link to others and not to us',
    format: 'ahrefs_link_intersect',
    content: 'link_gap',
    file: () =>
      table(
        'Referring page URL|Domain rating|Domain traffic|Language|rival-a.example/|rival-b.example/|Intersect',
        [
          'https://gap-a.example/list|41|1200|en|1|0|1',
          'https://gap-b.example/best|38|900|en|2|1|2',
          'https://gap-a.example/other|41|1200|en|1|0|1',
          'no address|1|1|en|1|0|1',
        ],
      ),
    counts: { created: 2, duplicate: 1, bad: 1 },
    summary: { sites: 2, prospects: 2, metrics: 4 },
  },
  {
    name: 'pages of ours',
    content: 'target_pages',
    file: () =>
      table('Target page|Incoming links|Linking sites', [
        'https://shop.example/best|12|3',
        'https://shop.example/second|4|2',
        'https://elsewhere.example/|1|1',
      ]),
    plan: { content: 'target_pages', mapping: { page_url: 0, link_count: 1, linking_site_count: 2 } },
    options: (shop) => ({ brandId: shop.brandId }),
    counts: { created: 2, skipped: 1 },
    summary: { targetPages: 2 },
  },
  {
    name: 'a placement sheet with paid guest posts',
    content: 'placements',
    file: () =>
      table('Bron;Doel;Type;Vergoeding'.replaceAll(';', '|'), [
        'https://paid-a.example/post|https://shop.example/sheet|guest post|paid',
        'https://paid-b.example/post|https://shop.example/sheet|guest post|paid',
      ]),
    plan: { content: 'placements', mapping: { source_url: 0, target_url: 1, type: 2, compensation: 3 } },
    counts: { created: 2, bad: 0 },
    summary: { placements: 2, targetPages: 1, sites: 2, conditions: 0 },
  },
  {
    name: 'a placement sheet whose prices are what is asked',
    content: 'placements',
    file: () =>
      table('Bron|Doel|Type|Prijs|Uitgever|Datum afspraak', [
        'https://paid-c.example/post|https://shop.example/sheet|guest post|€ 150|Paid Media|2026-03-01',
        'https://paid-c.example/other|https://shop.example/sheet|guest post|€ 120|Paid Media|2025-03-01',
        'https://paid-d.example/post|https://shop.example/sheet|guest post|€ 0||',
      ]),
    options: () => ({ alsoConditions: true }),
    counts: { created: 3, bad: 0 },
    summary: { placements: 3, publishers: 1, conditions: 1 },
  },
];
