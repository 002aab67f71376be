import type { components } from './schema.generated.js';

type Views = components['schemas'];

/** What the server says of prospects and of the sites they are about, by the names of its own description. */
export type ProspectRow = Views['ProspectRow'];
export type ProspectDetail = Views['ProspectDetail'];
export type ProspectCounts = Views['ProspectCounts'];
export type ConflictTouch = Views['ConflictTouch'];
export type SiteConflict = Views['SiteConflict'];
export type MetricView = Omit<Views['SiteMetric'], 'source' | 'release'> & {
  readonly source: string;
  readonly release?: string | null;
};
export type OwnField = Views['CustomFieldView'];
export type TagView = Views['TagView'];
export type TouchView = Views['TouchView'];
export type ExclusionView = Views['ExclusionView'];
export type SavedView = Views['SavedViewView'];
export type ContactAtSite = Views['ContactRow'];
export type ProposalView = Views['ProposalView'];
export type SiteCondition = Views['ConditionView'];

/** A value of an own field. */
export type CustomValue = string | number | boolean;

/** What a person may change of a prospect; the revision that was read goes with it. */
export type ProspectChange = Omit<Views['ProspectChange'], 'revision'>;

/** What the server takes of them. */
export type NewTouch = Views['NewTouch'];
export type NewSuppression = Views['NewSuppression'];
export type NewExclusions = Views['NewExclusions'];
export type AddedExclusions = Views['AddedExclusions'];
export type NewOwner = Views['NewOwner'];
export type NewSiteMetric = Views['NewSiteMetric'];
export type NewCustomField = Views['NewCustomField'];
export type CustomFieldChange = Views['CustomFieldChange'];
export type ProposalWish = Views['ProposalWish'];
