/** A column whose values the key ring sealed. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that identifies a row within its workspace, and its type. */
  readonly key: string;
  readonly keyType: 'uuid' | 'bytea';
  /** SQL that makes the field a text is bound to from its row. */
  readonly field: string;
}

/** Every sealed column there is; a test holds this list against the tables. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'service_keys',
    column: 'sealed_key',
    key: 'id',
    keyType: 'uuid',
    field: `'service_keys.' || service`,
  },
  { table: 'mailboxes', column: 'sealed_secret', key: 'id', keyType: 'uuid', field: `'mailbox:' || id` },
  {
    table: 'oauth_apps',
    column: 'sealed_secret',
    key: 'id',
    keyType: 'uuid',
    field: `'oauth_apps.' || provider`,
  },
  {
    table: 'oauth_states',
    column: 'sealed_verifier',
    key: 'state_hash',
    keyType: 'bytea',
    field: `'oauth_states.verifier'`,
  },
];
