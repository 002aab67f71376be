export const MERGE_KINDS = ['contact', 'publisher', 'site'] as const;
/** Records that can be doubles of each other. Two sites are doubles when they are one site under two domains. */
export type MergeKind = (typeof MERGE_KINDS)[number];

export const MERGE_CHOICES = ['kept', 'other', 'both'] as const;
/** Which of two values a merge keeps; `both` sets two texts one below the other. */
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** A field that two doubles may fill differently, with the column it stands in. */
export interface MergeField {
  readonly field: string;
  readonly column: string;
  /** A value that says nothing counts as empty. */
  readonly empty: string | null;
  /** Whether both texts may be kept. */
  readonly mayBeBoth?: boolean;
}

const PLACE: readonly MergeField[] = [
  { field: 'language', column: 'language', empty: null },
  { field: 'country', column: 'country', empty: null },
];
const NOTES: MergeField = { field: 'notes', column: 'notes', empty: '', mayBeBoth: true };

/** The fields of each kind; those of a site are the fields of its prospect. */
export const MERGE_FIELDS: Readonly<Record<MergeKind, readonly MergeField[]>> = {
  contact: [
    { field: 'name', column: 'name', empty: '' },
    { field: 'firstName', column: 'first_name', empty: '' },
    { field: 'lastName', column: 'last_name', empty: '' },
    { field: 'position', column: 'position', empty: '' },
    { field: 'formOfAddress', column: 'form_of_address', empty: 'unknown' },
    { field: 'timeZone', column: 'time_zone', empty: null },
    ...PLACE,
    NOTES,
  ],
  publisher: [
    { field: 'name', column: 'name', empty: '' },
    { field: 'kind', column: 'kind', empty: 'unknown' },
    { field: 'homeUrl', column: 'home_url', empty: null },
    { field: 'country', column: 'country', empty: null },
    NOTES,
  ],
  site: [
    { field: 'status', column: 'status', empty: 'new' },
    { field: 'ownerMemberId', column: 'owner_member_id', empty: null },
    ...PLACE,
    NOTES,
  ],
};
