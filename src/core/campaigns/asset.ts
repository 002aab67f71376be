/** What a brand has that others like to link to (D35). */
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

/** Whether an asset lacks what its status promises: one that is ready can be shown to somebody, so it stands somewhere. */
export function lacksAddress(asset: {
  readonly status: AssetStatus;
  readonly url: string | null;
  readonly targetPageId: string | null;
}): boolean {
  return asset.status === 'ready' && asset.url === null && asset.targetPageId === null;
}
