import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

export const PUBLISHER_KINDS = ['unknown', 'editor', 'media_group', 'broker', 'supplier'] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

export const SITE_ROLES = ['owner', 'editor', 'broker', 'supplier'] as const;
export type SiteRole = (typeof SITE_ROLES)[number];

export const PUBLISHER_SORTS = ['name', 'newest'] as const;
export type PublisherSort = (typeof PUBLISHER_SORTS)[number];

/** What the server says of publishers, by the names of its own description. */
export type PublisherRow = Views['PublisherRow'];
export type PublisherDetail = Views['PublisherDetail'];
export type PublisherSite = Views['PublisherSite'];
export type Condition = Views['ConditionView'];

/** What the server takes of publishers. */
export type NewPublisher = Views['NewPublisher'];
export type PublisherChange = Views['PublisherChange'];
export type NewPublisherSite = Views['NewPublisherSite'];
export type NewConditions = Views['NewPublisherConditions'];
