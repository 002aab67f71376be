import { describe, expect, it } from '@jest/globals';
import type { LookedLink, ReadRequest } from './by-hand-api.js';
import { deadFirst, proposalOfPage, proposalOfRequest, withDeadLink, withSentence } from './proposal.js';

const link = (url: string, answer: LookedLink['answer']): LookedLink => ({
  url,
  answer,
  anchor: `words of ${url}`,
  isFrame: false,
  isOutbound: true,
  sentence: 'It stands here.',
  status: 404,
  finding: 'page_gone',
});

const LINKS = [
  link('https://a.example/', 'answers'),
  link('https://b.example/', 'unknown'),
  link('https://c.example/', 'dead'),
  link('https://d.example/', 'dead'),
];
const fieldValue = (proposal: ReturnType<typeof withDeadLink>, key: string) =>
  proposal.fields.find((field) => field.key === key)?.value;

describe('a proposal', () => {
  it.each([
    [
      'of a page stands on its site',
      proposalOfPage({ pageUrl: 'https://www.paper.example/a?b', fields: [] }).siteAddress,
      'www.paper.example',
    ],
    [
      'of a request stands on the site of its outlet',
      proposalOfRequest({ title: 'x', outletUrl: 'canal.example/news', fields: [] } as unknown as ReadRequest)
        .siteAddress,
      'canal.example',
    ],
    [
      'of a request without an outlet has its title alone',
      proposalOfRequest({ title: 'x', outletUrl: null, fields: [] } as unknown as ReadRequest).siteAddress,
      '',
    ],
  ])('%s', (_, address, expected) => {
    expect(address).toBe(expected);
  });

  it('shows dead links before doubtful ones, and none that answers', () => {
    expect(deadFirst(LINKS).map(({ url }) => url)).toEqual([
      'https://c.example/',
      'https://d.example/',
      'https://b.example/',
    ]);
  });

  it('takes the chosen dead link, and the other dead ones beside it', () => {
    const [, , chosen] = LINKS;
    if (chosen === undefined) throw new Error('no link');
    const proposal = withDeadLink(
      proposalOfPage({ pageUrl: 'https://paper.example/', fields: [] }),
      chosen,
      LINKS,
    );
    expect(fieldValue(proposal, 'deadUrl')).toBe('https://c.example/');
    expect(fieldValue(proposal, 'deadPlace')).toBe('It stands here.');
    expect(fieldValue(proposal, 'otherDeadUrls')).toEqual(['https://d.example/']);
    const again = withDeadLink(proposal, link('https://d.example/', 'dead'), LINKS);
    expect(again.fields.filter(({ key }) => key === 'deadUrl')).toHaveLength(1);
  });

  it('takes another sentence instead of the first', () => {
    const first = withSentence({ title: '', siteAddress: '', fields: [] }, 'One.');
    expect(withSentence(first, 'Two.').fields).toEqual([
      expect.objectContaining({ key: 'sentence', value: 'Two.' }),
    ]);
  });
});
