import type { LookedLink, PageReading, ProposedField, ReadRequest } from './by-hand-api.js';

/** What a pitch could be made of. */
export interface Proposal {
  readonly title: string;
  readonly siteAddress: string;
  readonly fields: readonly ProposedField[];
}

export const NOTHING_READ: Proposal = { title: '', siteAddress: '', fields: [] };

/** A pitch from a page that was read: it stands on that page's site. */
export function proposalOfPage({ pageUrl, fields }: Pick<PageReading, 'pageUrl' | 'fields'>): Proposal {
  return { title: '', siteAddress: hostOf(pageUrl), fields };
}

/** A pitch from a request: its outlet may have no site that is known. */
export function proposalOfRequest({ title, outletUrl, fields }: ReadRequest): Proposal {
  return { title, siteAddress: outletUrl === null ? '' : hostOf(outletUrl), fields };
}

/** Dead links first, then those nobody could tell about; those that answer are left out. */
export function deadFirst(links: readonly LookedLink[]): LookedLink[] {
  return [
    ...links.filter((link) => link.answer === 'dead'),
    ...links.filter((link) => link.answer === 'unknown'),
  ];
}

/** The proposal with the dead link that was chosen; the other dead ones can be named as a service. */
export function withDeadLink(proposal: Proposal, chosen: LookedLink, links: readonly LookedLink[]): Proposal {
  const others = links
    .filter((link) => link.answer === 'dead' && link.url !== chosen.url)
    .map(({ url }) => url);
  const quote = chosen.sentence;
  const found: ProposedField[] = [
    { key: 'deadUrl', value: chosen.url, where: 'page_link', quote },
    { key: 'deadAnchor', value: chosen.anchor, where: 'page_link', quote },
    { key: 'deadPlace', value: chosen.sentence.slice(0, 500), where: 'page_text', quote },
    { key: 'otherDeadUrls', value: others.slice(0, 50), where: 'page_link', quote: '' },
  ];
  const filled = found.filter(({ value }) => value !== '' && !(Array.isArray(value) && value.length === 0));
  return { ...proposal, fields: replaced(proposal.fields, filled) };
}

/** The proposal with another sentence that names the brand. */
export function withSentence(proposal: Proposal, sentence: string): Proposal {
  const found: ProposedField = { key: 'sentence', value: sentence, where: 'page_text', quote: sentence };
  return { ...proposal, fields: replaced(proposal.fields, [found]) };
}

function replaced(fields: readonly ProposedField[], by: readonly ProposedField[]): ProposedField[] {
  const keys = new Set(by.map((field) => field.key));
  return [...fields.filter((field) => !keys.has(field.key)), ...by];
}

function hostOf(address: string): string {
  return address.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/s, '');
}
