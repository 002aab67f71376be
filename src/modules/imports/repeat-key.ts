import type { ImportContent } from '../../core/imports/content.js';
import type { ContactRecord, ImportRecord } from '../../core/imports/record.js';
import { namedHost } from '../../core/relationships/linking-site.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import type { ImportRun, RowWork } from './import-run.js';

type KeyOf = (record: ImportRecord) => string | null;

const LINK: KeyOf = ({ link }) => `${pageKey(link?.sourceUrl)}\n${pageKey(link?.targetUrl)}`;
const SITE: KeyOf = ({ site, link }) => site?.siteKey ?? pageKey(link?.sourceUrl);

const KEYS: Readonly<Record<ImportContent, KeyOf>> = {
  placements: ({ placement }) => `${pageKey(placement?.sourceUrl)}\n${pageKey(placement?.targetUrl)}`,
  links_to_us: LINK,
  links_to_them: LINK,
  linking_sites: ({ site }) => (site === undefined ? null : namedHost(site)),
  link_gap: SITE,
  prospects: SITE,
  contacts: ({ contact, site }) => (contact === undefined ? null : personKey(contact, site?.siteKey)),
  target_pages: ({ targetPage }) => pageKey(targetPage?.url),
};

/** What makes a row stand for the same record as another row of the file; null where it stands for none. */
export function repeatKey({ record, brand }: RowWork, { row }: ImportRun): string | null {
  const key = KEYS[row.content](record);
  return key === null ? null : `${brand?.id ?? ''}\n${key}`;
}

function pageKey(url: string | undefined): string {
  return url === undefined ? '' : (equivalentKey(url) ?? url);
}

/** People are told apart by their first address, without one by name and site. */
export function personKey({ addresses, name, firstName, lastName }: ContactRecord, siteKey = ''): string {
  const [first] = addresses;
  return (first?.address ?? `${name ?? ''} ${firstName ?? ''} ${lastName ?? ''} ${siteKey}`).toLowerCase();
}
