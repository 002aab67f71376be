export const PUBLISHER_KINDS = ['unknown', 'editor', 'media_group', 'broker', 'supplier'] as const;
/** Who a publisher is: an editor of one site, a media group, a broker of others' sites, a supplier of placements. */
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

export const SITE_ROLES = ['owner', 'editor', 'broker', 'supplier'] as const;
/** What a publisher is to a site. A site has one owner at a time, and any number of the others. */
export type SiteRole = (typeof SITE_ROLES)[number];

export const OUTDATED_REASONS = ['new_owner', 'replaced', 'removed'] as const;
/** Why conditions no longer hold: the site has a new owner, newer ones were asked for, somebody took them away. */
export type OutdatedReason = (typeof OUTDATED_REASONS)[number];
