/** What a column of a file can mean. The content of the file says which of them count (`CONTENT_FIELDS`). */
export const RECORD_FIELDS = [
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
  'site',
  'link_count',
  'dofollow_count',
  'linking_site_count',
  'status',
  'stage',
  'tags',
  'topics',
  'language',
  'country',
  'do_not_contact',
  'publisher',
  'broker',
  'price',
  'price_guest_post',
  'price_link_insertion',
  'currency',
  'rel_policy',
  'words',
  'words_from',
  'words_to',
  'last_contacted',
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
  'page_url',
  'title',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/**
 * Fields of which a file may have any number: a number measured by a source (`metric.ahrefs.domain_rating`), a field of the team's own
 * (`custom.budget`), a compared site of a link gap (`competitor.1`), and a column kept as a line of the notes (`remark.1`).
 */
export type FieldFamily = 'metric' | 'custom' | 'competitor' | 'remark';
export type FieldKey = RecordField | `${FieldFamily}.${string}`;

/** Which column (from 0) holds which field; a field that is left out has no column. One column may hold two fields. */
export type RecordMapping = Readonly<Partial<Record<FieldKey, number>>>;

/** Fields whose names are made: metrics by source, own fields, columns of competitors, remarks. */
const FAMILIES = [
  'metric\\.[a-z][a-z0-9_]{0,39}\\.[a-z][a-z0-9_]{0,59}',
  'custom\\.[a-z][a-z0-9_]{0,39}',
  '(?:competitor|remark)\\.[1-9]\\d{0,3}',
];

/** How the name of a field is spelled: one of the list, or one of a family. */
export const FIELD_KEY = new RegExp(`^(?:${[...RECORD_FIELDS, ...FAMILIES].join('|')})$`);

/** Whether a text names a field: one of the list, or one of a family in its spelling. */
export function isFieldKey(text: string): text is FieldKey {
  return FIELD_KEY.test(text);
}
