import type { TermsProposals } from '../../core/mail-reading/terms-proposals.js';
import type { TermProposal } from './conversation-detail.dto.js';

/** What was read in a mail as a list, each with its words; the person decides. */
export function proposalsShown(terms: TermsProposals | null): TermProposal[] {
  if (terms === null) return [];
  const { links, rel, linkCount, date, price, words } = terms;
  const one = (term: string, found: { sentence: string } | null, value: string): TermProposal[] =>
    found === null ? [] : [{ term, value, sentence: found.sentence }];
  return [
    ...links.flatMap((link) => one('link', link, link.value)),
    ...one('rel', rel, rel?.value ?? ''),
    ...one('link_count', linkCount, String(linkCount?.value ?? '')),
    ...one('due', date, date?.value ?? ''),
    ...one('price', price, price === null ? '' : `${price.value.amount} ${price.value.currency}`),
    ...one(
      'words',
      words,
      words === null ? '' : [words.value.min, words.value.max].map((n) => n ?? '').join('-'),
    ),
  ];
}
