/** What a page of a site is for, as far as contacts go; `service` is no page but an outside service's word. */
export const PAGE_KINDS = [
  'home',
  'contact',
  'about',
  'author',
  'imprint',
  'advertising',
  'service',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Who found a proposed contact. */
export const FINDERS = ['reading', 'hunter'] as const;
export type Finder = (typeof FINDERS)[number];

export const PROPOSAL_STATES = ['open', 'accepted', 'dismissed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Outside services a team may have a key for. */
export const SERVICES = ['hunter', 'ahrefs', 'moz', 'search'] as const;
export type Service = (typeof SERVICES)[number];
