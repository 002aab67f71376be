import { describe, expect, it } from '@jest/globals';
import { type AgreedGoal, type ReportFacts, type ReportFrame, reportContent } from './content.js';
import { monthOf } from './month.js';

const OCTOBER = monthOf('2026-10-01', 'UTC');
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

const FRAME: ReportFrame = {
  locale: 'en',
  timeZone: 'UTC',
  client: 'Fernside',
  team: 'Canal Agency',
  logo: null,
  madeAt: '2026-11-02T09:00:00.000Z',
  comment: '',
  replaces: null,
};

function facts(given: Partial<ReportFacts> = {}): ReportFacts {
  return {
    brandId: 'b1',
    brand: 'Ferns',
    campaignId: null,
    campaign: null,
    type: 'guest_post',
    sourceUrl: 'https://news.example/post',
    site: 'news.example',
    targetUrl: 'https://ferns.example/',
    anchor: 'ferns',
    rel: '',
    authority: null,
    since: '2026-10-05T12:00:00.000Z',
    deliveredAt: '2026-10-05T12:00:00.000Z',
    lastSeenAt: null,
    proofAt: null,
    dueOn: null,
    replacedByUrl: null,
    state: 'live',
    stateSince: at('2026-10-05'),
    createdAt: at('2026-09-01'),
    firstLiveAt: at('2026-10-05'),
    isImported: false,
    isBaselineRemoved: false,
    rechecking: false,
    isOverdue: false,
    checkedAt: at('2026-11-01'),
    lastVerdict: 'live',
    isSeenByHand: false,
    isReplacement: false,
    ...given,
  };
}

const goal = (given: Partial<AgreedGoal> = {}): AgreedGoal => ({
  brandId: 'b1',
  brand: 'Ferns',
  campaignId: 'c1',
  campaign: 'Guest posts',
  agreed: 3,
  ...given,
});

const kept = { firstLiveAt: at('2026-09-01') };

describe('reportContent', () => {
  it('puts links by part, brand and site', () => {
    const placements = [
      facts({ ...kept, site: 'b.example' }),
      facts({ site: 'z.example' }),
      facts({ ...kept, site: 'a.example' }),
      facts({ ...kept, brand: 'Aster', site: 'y.example' }),
      facts({ state: 'removed', stateSince: at('2026-08-01'), site: 'gone.example' }),
    ];
    const { links } = reportContent(FRAME, OCTOBER, { placements, agreed: [] });
    expect(links.map(({ section, site }) => `${section} ${site}`)).toEqual([
      'delivered z.example',
      'kept y.example',
      'kept a.example',
      'kept b.example',
    ]);
  });

  it('counts what was delivered against what was agreed, by campaign, and the rest by brand', () => {
    const placements = [
      facts({ campaignId: 'c1', campaign: 'Guest posts' }),
      facts({ campaignId: 'c1', campaign: 'Guest posts', state: 'removed', stateSince: at('2026-10-20') }),
      facts({ campaignId: 'c1', isReplacement: true }),
      facts(),
    ];
    const agreed = [goal(), goal({ campaignId: 'c2', campaign: 'Directories', agreed: null })];
    const { goals, totals } = reportContent(FRAME, OCTOBER, { placements, agreed });
    expect(goals).toEqual([
      { brand: 'Ferns', campaign: 'Guest posts', agreed: 3, delivered: 2 },
      { brand: 'Ferns', campaign: null, agreed: null, delivered: 1 },
    ]);
    expect(totals).toEqual({
      ...{ delivered: 3, agreed: 3, kept: 0, lost: 1, replaced: 0, ended: 0, awaited: 0, unknown: 0 },
    });
  });

  it('says nothing about an agreed number where there is none', () => {
    expect(reportContent(FRAME, OCTOBER, { placements: [], agreed: [] }).totals.agreed).toBeNull();
  });

  it('counts links nobody could tell about apart, and still as kept', () => {
    const placements = [
      facts({ ...kept, lastVerdict: 'unreachable' }),
      facts({ ...kept, state: 'site_down' }),
      facts(kept),
    ];
    const { totals } = reportContent(FRAME, OCTOBER, { placements, agreed: [] });
    expect([totals.kept, totals.unknown]).toEqual([3, 2]);
  });

  it('shows of a placement nothing but what a client may know', () => {
    const extra = { ...facts(), price: 100, notes: 'Pays late.', compensation: 'money' };
    const { links } = reportContent(FRAME, OCTOBER, { placements: [extra], agreed: [] });
    expect(Object.keys(links[0] ?? {}).sort()).toEqual([
      ...['anchor', 'authority', 'brand', 'campaign', 'checkedAt', 'deliveredAt', 'dueOn', 'isReplacement'],
      ...[
        'lastSeenAt',
        'proofAt',
        'rel',
        'replacedByUrl',
        'section',
        'since',
        'site',
        'sourceUrl',
        'standing',
      ],
      ...['targetUrl', 'type'],
    ]);
  });
});
