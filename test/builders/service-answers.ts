/** What each service answers, in the shapes of its documentation. */
export const SERVICE_ANSWERS: Readonly<Record<string, object>> = {
  '/hunter/domain-search': {
    data: {
      domain: 'paper.example',
      disposable: false,
      webmail: false,
      accept_all: false,
      pattern: '{first}',
      organization: 'Paper',
      emails: [
        {
          value: 'Jane@paper.example',
          type: 'personal',
          confidence: 92,
          sources: [
            {
              domain: 'paper.example',
              uri: 'https://paper.example/team',
              extracted_on: '2026-01-02',
              last_seen_on: '2026-10-02',
              still_on_page: true,
            },
          ],
          first_name: 'Jane',
          last_name: 'Roe',
          position: 'Editor',
          seniority: 'senior',
          department: 'communication',
          verification: { date: '2026-10-01', status: 'valid' },
        },
        {
          value: 'not an address',
          type: 'generic',
          confidence: 10,
          sources: [],
          first_name: null,
          last_name: null,
          position: null,
        },
      ],
    },
    meta: { results: 2, limit: 10, offset: 0, params: { domain: 'paper.example' } },
  },
  '/hunter/email-verifier': {
    data: {
      status: 'accept_all',
      result: 'risky',
      score: 68,
      email: 'desk@paper.example',
      regexp: true,
      gibberish: false,
      disposable: false,
      webmail: false,
      mx_records: true,
      smtp_server: true,
      smtp_check: true,
      accept_all: true,
      block: false,
      sources: [],
    },
  },
  '/hunter/account': {
    data: {
      email: 'team@agency.example',
      plan_name: 'Starter',
      reset_date: '2026-12-01',
      requests: { searches: { used: 120, available: 500 }, verifications: { used: 3, available: 1000 } },
    },
  },
  '/ahrefs/site-explorer/domain-rating': { domain_rating: { domain_rating: 71.5, ahrefs_rank: 15231 } },
  '/ahrefs/subscription-info/limits-and-usage': {
    limits_and_usage: {
      subscription: 'Advanced',
      usage_reset_date: '2026-12-01T00:00:00Z',
      units_limit_workspace: 1000000,
      units_usage_workspace: 250000,
      units_limit_api_key: 10000,
      units_usage_api_key: 5,
    },
  },
  '/moz/url_metrics': {
    results: [
      {
        page: 'paper.example/',
        root_domain: 'paper.example',
        page_authority: 48,
        domain_authority: 55,
        spam_score: -1,
      },
    ],
  },
  '/search/web/search': {
    query: { original: 'lock keepers', more_results_available: false },
    web: {
      results: [
        {
          title: 'A <strong>paper</strong>',
          url: 'https://www.paper.example/locks',
          description: 'About <strong>locks</strong>',
        },
        { title: 'New', url: 'https://blog.new.example/', description: '' },
        { title: 'Bad', url: 'javascript:alert(1)', description: '' },
      ],
    },
  },
};

/** Twenty-five results over two pages, two of them of one site, as the web search's documentation shows them. */
export function webResults({ path }: { readonly path: string }): { type: string; body: string } {
  const offset = Number(new URL(path, 'http://search.test').searchParams.get('offset') ?? 0);
  const from = offset * 20;
  const count = offset === 0 ? 20 : 5;
  const results = Array.from({ length: count }, (_, place) => {
    const site = from + place === 19 ? 0 : from + place;
    return {
      title: site === 0 ? 'Boats &amp; the lock keeper&#x27;s day' : `Boats ${site}`,
      url: `https://www.site${site}.example/page-${place}`,
      description: `All about <strong>boats</strong>, number ${site}`,
      page_age: '2026-10-01T00:00:00',
      profile: { name: `Site ${site}`, long_name: `site${site}.example` },
    };
  });
  const query = { original: 'boats', more_results_available: offset === 0 };
  return { type: 'application/json', body: JSON.stringify({ type: 'search', query, web: { results } }) };
}
