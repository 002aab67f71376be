import type { MergeKind } from './merge-kind.js';

/** A column of a table that names a record, and what happens to its rows when the record is merged into another. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** Columns of the primary key beside the workspace. */
  readonly key: readonly string[];
  /**
   * Columns that may stand only once for one record: a row of the merged record that says what a row of the kept one
   * says already is set aside. Absent where rows cannot clash.
   */
  readonly clashOn?: readonly string[];
  /** Rows this is about, where the table holds rows of several kinds; in SQL about the alias `t`. */
  readonly only?: string;
  /** What a person reads in the list of what moves; absent for rows that are no news. */
  readonly word?: string;
}

const byId = (table: string, column: string, rest: Partial<Reference> = {}): Reference => ({
  table,
  column,
  key: ['id'],
  ...rest,
});
const ownFields: Reference = {
  table: 'custom_values',
  column: 'record_id',
  key: ['field_id', 'record_id'],
  clashOn: ['field_id'],
  word: 'own_fields',
};
const notesOf = (kind: MergeKind): Reference =>
  byId('notes', 'subject_id', { only: `t.subject_kind = '${kind}'`, word: 'notes' });

/** Everything that hangs on a contact or a publisher or a site, and moves with it. */
export const REFERENCES: Readonly<Record<MergeKind, readonly Reference[]>> = {
  contact: [
    byId('contact_addresses', 'contact_id', { word: 'addresses' }),
    byId('contact_places', 'contact_id', { clashOn: ['site_id', 'publisher_id'], word: 'places' }),
    byId('contact_grounds', 'contact_id', { word: 'grounds' }),
    byId('contact_proposals', 'contact_id'),
    byId('touches', 'contact_id', { word: 'touches' }),
    {
      table: 'pitch_contacts',
      column: 'contact_id',
      key: ['pitch_id', 'contact_id'],
      clashOn: ['pitch_id'],
      word: 'pitches',
    },
    byId('enrollments', 'contact_id', { clashOn: ['pitch_id'], word: 'sequences' }),
    byId('outbound_messages', 'contact_id', { word: 'mails' }),
    byId('conversations', 'contact_id', { word: 'conversations' }),
    byId('match_teachings', 'contact_id'),
    ownFields,
    notesOf('contact'),
    byId('contacts', 'merged_into_id'),
  ],
  publisher: [
    byId('site_publishers', 'publisher_id', { clashOn: ['site_id', 'role', 'ended_at'], word: 'sites' }),
    byId('owner_changes', 'publisher_id'),
    byId('conditions', 'publisher_id', { word: 'conditions' }),
    byId('contact_places', 'publisher_id', { clashOn: ['contact_id'], word: 'contacts' }),
    byId('orders', 'supplier_publisher_id', { word: 'orders' }),
    byId('reclamations', 'publisher_id', { word: 'reclamations' }),
    ownFields,
    notesOf('publisher'),
    byId('publishers', 'merged_into_id'),
  ],
  site: [
    byId('placements', 'site_id', { word: 'placements' }),
    byId('links', 'site_id', { word: 'links' }),
    byId('linking_sites', 'site_id', { word: 'linking_sites' }),
    byId('relationships', 'site_id', { clashOn: ['brand_id'], word: 'relationships' }),
    byId('site_publishers', 'site_id', { clashOn: ['publisher_id', 'role', 'ended_at'], word: 'publishers' }),
    byId('owner_changes', 'site_id'),
    byId('conditions', 'site_id', { word: 'conditions' }),
    {
      table: 'site_metrics',
      column: 'site_id',
      key: ['site_id', 'source', 'metric', 'measured_on', 'origin_id'],
      clashOn: ['source', 'metric', 'measured_on', 'origin_id'],
      word: 'metrics',
    },
    byId('contact_places', 'site_id', { clashOn: ['contact_id'], word: 'contacts' }),
    byId('contact_proposals', 'site_id', { clashOn: ['address_key', 'name'] }),
    byId('touches', 'site_id', { word: 'touches' }),
    byId('pitches', 'site_id', { word: 'pitches' }),
    byId('tasks', 'site_id', { word: 'tasks' }),
    byId('order_lines', 'site_id', { word: 'orders' }),
    byId('reclamations', 'site_id', { word: 'reclamations' }),
    byId('enrollments', 'site_id', { word: 'sequences' }),
    byId('outbound_messages', 'site_id', { word: 'mails' }),
    byId('conversations', 'site_id', { word: 'conversations' }),
    byId('match_teachings', 'site_id'),
    byId('client_exclusions', 'site_id', { clashOn: ['client_id'], word: 'exclusions' }),
    byId('suppressions', 'site_id', { clashOn: ['client_id', 'lifted_at'], word: 'suppressions' }),
    byId('sites', 'parent_site_id', { word: 'sub_sites' }),
    notesOf('site'),
    byId('sites', 'merged_into_id'),
  ],
};

/** Tables that name these records too, but are made anew from the others whenever a record is merged or split. */
export const DERIVED_TABLES: readonly string[] = ['site_latest_metrics'];

/** What hangs on the prospect of a site, where both sites have one. */
export const PROSPECT_REFERENCES: readonly Reference[] = [
  {
    table: 'prospect_tags',
    column: 'prospect_id',
    key: ['tag_id', 'prospect_id'],
    clashOn: ['tag_id'],
    word: 'tags',
  },
  ownFields,
];
