import { inAddress, withoutNothing } from '../../../ui/address-words.js';

export const ASSET_TYPES = [
  'research',
  'visual',
  'tool',
  'case_study',
  'guide',
  'interview',
  'article',
  'other',
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export const ASSET_STATUSES = ['planned', 'in_progress', 'ready', 'retired'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

/** Everything the list of assets shows, as it stands in the address. */
export interface AssetSearch {
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly type?: AssetType | undefined;
  readonly status?: AssetStatus | undefined;
  readonly archived?: true | undefined;
  /** Opens the dialog for a new one. */
  readonly add?: true | undefined;
}

/** Reads the address; what is not understood is dropped. */
export function readAssetSearch(raw: Record<string, unknown>): AssetSearch {
  return withoutNothing({
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
    type: inAddress.word(ASSET_TYPES, raw['type']),
    status: inAddress.word(ASSET_STATUSES, raw['status']),
    archived: inAddress.flag(raw['archived']),
    add: inAddress.flag(raw['add']),
  });
}
