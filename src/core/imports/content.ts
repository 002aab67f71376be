import type { RecordField } from './record-field.js';

/**
 * What the rows of a file are: agreed links to follow, links others made to us, links we made to them, sites that link to us, sites that
 * link to others and not to us, sites to approach, people, pages of ours.
 */
export const IMPORT_CONTENTS = [
  'placements',
  'links_to_us',
  'links_to_them',
  'linking_sites',
  'link_gap',
  'prospects',
  'contacts',
  'target_pages',
] as const;
export type ImportContent = (typeof IMPORT_CONTENTS)[number];

const LINK = [
  'source_url',
  'target_url',
  'anchor',
  'rel',
  'dofollow',
  'nofollow',
  'ugc',
  'sponsored',
  'link_type',
  'is_image',
  'is_redirect',
  'is_frame',
  'is_sitewide',
  'is_mention',
  'is_stale',
  'only_nofollow',
  'only_follow',
  'link_state',
  'is_new',
  'is_lost',
  'first_seen',
  'last_seen',
  'lost_on',
  'lost_reason',
  'drop_reason',
  'target_status',
] as const satisfies readonly RecordField[];

const PERSON = [
  'contact_name',
  'first_name',
  'last_name',
  'position',
  'email',
  'email_2',
  'email_3',
  'email_4',
  'email_5',
  'email_status',
  'phone',
] as const satisfies readonly RecordField[];

const PROSPECT = [
  'site',
  'status',
  'stage',
  'tags',
  'topics',
  'language',
  'country',
  'owner',
  'notes',
  'do_not_contact',
  'publisher',
  'last_contacted',
] as const satisfies readonly RecordField[];

/** What is asked for a placement, and who sells it where that is not the publisher. */
const ASKED = [
  'price',
  'price_guest_post',
  'price_link_insertion',
  'currency',
  'type',
  'rel_policy',
  'words',
  'words_from',
  'words_to',
  'broker',
] as const satisfies readonly RecordField[];

/** The fields a content takes, and what a row must have: one field of each group. */
interface ContentFields {
  readonly fields: readonly RecordField[];
  readonly required: readonly (readonly RecordField[])[];
}

export const CONTENT_FIELDS: Readonly<Record<ImportContent, ContentFields>> = {
  placements: {
    fields: [
      'source_url',
      'target_url',
      'brand',
      'type',
      'compensation',
      'rel',
      'anchor',
      'match',
      'label',
      'due_on',
      'agreed_on',
      'agreed_with',
      'owner',
      'notes',
      'publisher',
      'broker',
      'price',
      'currency',
    ],
    required: [['source_url'], ['target_url']],
  },
  links_to_us: { fields: [...LINK, 'brand', 'language', 'notes'], required: [['source_url']] },
  links_to_them: { fields: [...LINK, 'brand', 'notes'], required: [['source_url'], ['target_url']] },
  linking_sites: {
    fields: [
      'site',
      'link_count',
      'dofollow_count',
      'first_seen',
      'last_seen',
      'lost_on',
      'language',
      'country',
    ],
    required: [['site']],
  },
  link_gap: {
    fields: ['site', 'source_url', 'language', 'country', 'link_count', 'notes'],
    required: [['site', 'source_url']],
  },
  prospects: { fields: [...PROSPECT, ...ASKED, ...PERSON, 'source_url'], required: [['site', 'source_url']] },
  contacts: {
    fields: [...PERSON, ...PROSPECT, ...ASKED],
    required: [['email', 'contact_name', 'first_name', 'last_name']],
  },
  target_pages: {
    fields: ['page_url', 'title', 'link_count', 'linking_site_count', 'notes'],
    required: [['page_url']],
  },
};
