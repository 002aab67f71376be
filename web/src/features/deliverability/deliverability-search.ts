import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the address of the page says. */
export interface DeliverabilitySearch {
  readonly by?: 'template' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What the switch on top is set to. */
  readonly client?: string | undefined;
}

/** Reads the address of the page; what makes no sense is left out. */
export function readDeliverabilitySearch(search: Record<string, unknown>): DeliverabilitySearch {
  return withoutNothing({
    by: inAddress.word(['template'] as const, search['by']),
    from: inAddress.day(search['from']),
    to: inAddress.day(search['to']),
  });
}
