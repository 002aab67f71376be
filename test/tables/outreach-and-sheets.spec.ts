import { describe, expect, it } from '@jest/globals';
import type { ImportRecord } from '../../src/core/imports/record.js';
import * as files from './exports.js';
import { METRIC, PAGE, SHOP } from './exports.js';
import { expectVariant, readFile, type Variant } from './read-file.js';

const VARIANTS: Variant[] = [
  [
    'BuzzStream link partners, bought: money, no rel agreed, what is more goes to the notes',
    files.sheet(files.BUZZSTREAM, [
      {
        'Link Partner - Name': 'Blog Media',
        'Link Partner - Domain': 'blog.example',
        'Linking from': PAGE,
        'Linking To': SHOP,
        'Anchor Text': 'shop',
        'Acquisition Method': 'Purchase',
        'Payment Date': '09/28/2026',
        'Payment - Amount': '$150',
      },
    ]),
    'buzzstream_link_partners',
    'sure',
    {
      publisher: { name: 'Blog Media' },
      price: { priceMinor: 15_000, currency: 'USD' },
      placement: {
        compensation: 'money',
        rel: null,
        anchor: null,
        notes: expect.stringContaining('Anchor Text: shop'),
      },
    },
  ],
  [
    'BuzzStream link partners without a header, known by their places',
    `Blog Media,blog.example,${PAGE},${SHOP},shop,No,,Exchange,,,,,,,,\n`,
    'buzzstream_link_partners',
    'likely',
    { publisher: { name: 'Blog Media' }, placement: { compensation: 'link_in_return', sourceUrl: PAGE } },
  ],
  [
    'BuzzStream people',
    files.sheet(files.BUZZSTREAM_PEOPLE, [
      {
        'First Name': 'Ann',
        'Last Name': 'Bee',
        Website: 'https://www.blog.example/',
        'Email 1': 'ann@blog.example',
        'Email 2': 'a.bee@mail.example',
        'Phone 1': '+31 20 1234567',
        'Relationship Stage': 'Attempting to Reach',
        'Assigned To': 'Mila',
        Tags: 'shops, blogs',
        'Domain Authority': '40',
      },
    ]),
    'buzzstream_people',
    'sure',
    {
      site: { siteKey: 'blog.example', metrics: [{ source: 'moz', metric: 'domain_authority', value: 40 }] },
      contact: {
        firstName: 'Ann',
        addresses: [{ address: 'ann@blog.example' }, { address: 'a.bee@mail.example' }],
        notes: 'Phone 1: +31 20 1234567',
      },
      prospect: { stage: 'contacted', owner: 'mila', tags: ['shops', 'blogs'] },
    },
  ],
  [
    'Pitchbox partners',
    files.sheet(files.PITCHBOX, [
      {
        'Partner URL': 'https://blog.example',
        'Partner Category': 'Technology',
        'Contact Email': 'ann@blog.example',
        'Contact First Name': 'Ann',
        Company: 'Blog Media',
        'Link Type': 'Guest Post',
        'Link Type Price': '€ 150',
      },
    ]),
    'pitchbox_partners',
    'sure',
    {
      site: { siteKey: 'blog.example' },
      prospect: { topics: ['Technology'] },
      publisher: { name: 'Blog Media' },
      conditions: [{ type: 'guest_post', price: { priceMinor: 15_000, currency: 'EUR' } }],
    },
  ],
  [
    'Base.me',
    files.sheet(files.BASE_ME, [
      {
        'Client*': 'shop.test',
        'Link*': PAGE,
        'Category*': 'tech',
        'Link type': 'guest post',
        'Target URL': SHOP,
        Status: 'Confirmed',
      },
    ]),
    'base_me_links',
    'likely',
    {
      placement: {
        brand: 'shop.test',
        type: 'guest_post',
        rel: null,
        notes: expect.stringContaining('Status: Confirmed'),
      },
    },
  ],
  [
    'Linkody: what it expects is not what was agreed',
    files.sheet(files.LINKODY, [
      {
        'URL FROM': PAGE,
        'EXPECTED LANDING PAGE URL': SHOP,
        'EXPECTED FOLLOW': 'yes',
        'EXPECTED ANCHOR': 'shop',
        COST: '120.00',
      },
    ]),
    'linkody_links',
    'sure',
    {
      placement: {
        rel: null,
        anchor: null,
        compensation: 'money',
        notes: 'COST: 120.00\nEXPECTED FOLLOW: yes\nEXPECTED ANCHOR: shop',
      },
    },
  ],
  [
    'Hunter leads with semicolons',
    files.sheet(
      files.HUNTER,
      [
        {
          'Email address': 'ann@blog.example',
          'Domain name': 'blog.example',
          Organization: 'Blog Media',
          'Confidence score': '93',
          'First name': 'Ann',
          'Job title': 'Editor',
          'Verification status': 'accept_all',
        },
      ],
      { delimiter: ';' },
    ),
    'hunter_leads',
    'likely',
    {
      contact: {
        firstName: 'Ann',
        position: 'Editor',
        addresses: [{ address: 'ann@blog.example', status: 'risky' }],
      },
      site: { siteKey: 'blog.example' },
      publisher: { name: 'Blog Media' },
    },
  ],
  [
    "a team's own sheet in Dutch: paid, and silent about rel",
    `Bronpagina;Doelpagina;Soort;Vergoeding;Prijs;Afgesproken op\n${PAGE};${SHOP};gastblog;betaald;€ 1.250,00;3-4-2026\n`,
    'placement_sheet',
    'sure',
    {
      placement: {
        type: 'guest_post',
        compensation: 'money',
        rel: null,
        anchor: null,
        agreedOn: '2026-04-03',
      },
      price: { priceMinor: 125_000, currency: 'EUR' },
    },
  ],
  [
    'the generic minimum',
    `source_url,target_url,anchor_text,rel,first_seen,last_seen,dr,note\n${PAGE},${SHOP},shop,nofollow,2026-01-05,,61,x\n`,
    'link_sheet',
    'likely',
    { link: { anchor: 'shop', rel: 'nofollow', firstSeenOn: '2026-01-05' }, site: { metrics: [METRIC] } },
  ],
  [
    'a list of people',
    'Naam,E-mailadres,Website,Land\nAnn Bee,ann@blog.example,blog.example,Nederland\n',
    'contact_sheet',
    'likely',
    { contact: { name: 'Ann Bee', country: 'NL' }, site: { siteKey: 'blog.example' } },
  ],
  [
    'a list of sites',
    'Domain,DR,DA,Status,Tags\nblog.example,61,40,qualified,a;b\n',
    'prospect_sheet',
    'likely',
    {
      site: {
        siteKey: 'blog.example',
        metrics: [METRIC, { source: 'moz', metric: 'domain_authority', value: 40 }],
      },
      prospect: { status: 'qualified', tags: ['a', 'b'] },
    },
  ],
];

describe('outreach and sheets', () => {
  it.each(VARIANTS)('%s', (...variant) => expectVariant(variant));

  it('what a sheet does not say is not taken for agreed, paid or not', async () => {
    const paid = `source_url,target_url,type,compensation\n${PAGE},${SHOP},guest_post,money\n`;
    const { lines } = await readFile(Buffer.from(paid));
    const reading = lines[0]?.reading;
    const record: ImportRecord = reading?.kind === 'record' ? reading.record : {};
    expect(record.placement).toMatchObject({ compensation: 'money', rel: null, anchor: null, match: null });
  });
});
