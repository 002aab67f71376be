import type { ContactRecord } from '../../core/imports/record.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import type { ImportRun, RowWork } from './import-run.js';

/** What makes a row stand for the same record as another row of the file; null where it stands for none. */
export function repeatKey({ record, brand }: RowWork, { row }: ImportRun): string | null {
  const { placement, link, targetPage, site, contact } = record;
  switch (row.content) {
    case 'placements':
      return placement === undefined
        ? null
        : `${brand?.id}\n${pageKey(placement.sourceUrl)}\n${pageKey(placement.targetUrl)}`;
    case 'links_to_us':
    case 'links_to_them':
      return `${brand?.id}\n${pageKey(link?.sourceUrl)}\n${pageKey(link?.targetUrl)}`;
    case 'target_pages':
      return `${brand?.id}\n${pageKey(targetPage?.url)}`;
    case 'contacts':
      return contact === undefined ? null : personKey(contact, site?.siteKey);
    default:
      return site?.siteKey ?? pageKey(link?.sourceUrl);
  }
}

function pageKey(url: string | undefined): string {
  return url === undefined ? '' : (equivalentKey(url) ?? url);
}

/** People are told apart by their first address, without one by name and site. */
export function personKey({ addresses, name, firstName, lastName }: ContactRecord, siteKey = ''): string {
  const [first] = addresses;
  return (first?.address ?? `${name ?? ''} ${firstName ?? ''} ${lastName ?? ''} ${siteKey}`).toLowerCase();
}
