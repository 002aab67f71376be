import type { components } from './schema.generated.js';

type Views = components['schemas'];

/** What the server says of placements, by the names of its own description. */
export type PlacementRow = Views['PlacementRow'];
export type PlacementDetail = Views['PlacementDetail'];
export type PlacementCounts = Views['PlacementCounts'];
export type TermsView = Views['TermsView'];
export type TermSourceView = Views['TermSourceView'];
export type FindingView = Views['FindingView'];
export type CheckView = Views['CheckView'];
export type EvidenceView = Views['EvidenceView'];
export type EventView = Views['TimelineEvent'];
export type Verdict = Views['Verdict'];

/** What the server takes of placements. */
export type NewPlacement = Views['NewPlacement'];
export type PlacementChange = Views['PlacementChange'];
export type Replacement = Views['Replacement'];
export type TermsWish = Views['TermsWish'];

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}
