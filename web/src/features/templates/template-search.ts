import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the address of the list says. */
export interface TemplateSearch {
  readonly kind?: string;
  readonly locale?: string;
  readonly search?: string;
  readonly archived?: boolean;
}

/** Reads the address; what makes no sense is left out. */
export function readTemplateSearch(search: Record<string, unknown>): TemplateSearch {
  const locale = inAddress.text(search['locale']);
  return withoutNothing({
    kind: inAddress.text(search['kind']),
    locale: locale === 'en' || locale === 'nl' ? locale : undefined,
    search: inAddress.text(search['search']),
    archived: search['archived'] === true ? true : undefined,
  });
}
