/** The records with a page of their own, by the words of the server (one or many), and where that page lies. */
const PAGES: Readonly<Record<string, string>> = {
  placement: '/placements',
  client: '/clients',
  import: '/imports',
  prospect: '/prospects',
  site: '/sites',
  publisher: '/publishers',
  contact: '/contacts',
  relationship: '/relationships',
  reclamation: '/reclamations',
  campaign: '/campaigns',
  pitch: '/pitches',
  approval: '/approvals',
  report: '/reports',
  order: '/orders',
  mailbox: '/settings/mailboxes',
};

/** What is shown on a page of something else. */
const SHOWN_ON: Readonly<Record<string, string>> = {
  target_page: '/clients',
  brand: '/clients',
  member: '/settings/members',
};

/** Where a thing of the server's words is shown; null for one without a page of its own. */
export function subjectAddress(kind: string, id: string | null): string | null {
  if (!id) return null;
  const one = kind.replace(/(?:(?<=ch)es|s)$/, '');
  const page = PAGES[one];
  return page === undefined ? (SHOWN_ON[one] ?? null) : `${page}/${id}`;
}
