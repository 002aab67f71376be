import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { type EmbeddedOptions, EmbeddedServer } from './embedded/server.js';
import { APP_ROLE, initialiseRoles, OWNER_ROLE } from './roles.js';

/** Where the database is, for the application and for migrations. */
export interface DatabaseAddresses {
  readonly appUrl: string;
  /** Null on the operator's own server without DATABASE_OWNER_URL: migrations must be run elsewhere then. */
  readonly ownerUrl: string | null;
  /** The embedded server behind these addresses, if it is one. */
  readonly embedded: EmbeddedServer | null;
}

/** The operator's database from the settings, else the embedded one, started or adopted with its roles made. */
export async function databaseAddresses(config: Config): Promise<DatabaseAddresses> {
  if (config.databaseUrl !== '') {
    return { appUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl || null, embedded: null };
  }
  return embeddedAddresses(join(config.dataDir, 'postgres'), 'linkledger');
}

/** Starts or adopts the server kept in `home`, and makes the roles and one database there. */
export async function embeddedAddresses(
  home: string,
  database: string,
  options: EmbeddedOptions = {},
): Promise<DatabaseAddresses & { readonly embedded: EmbeddedServer }> {
  const embedded = await EmbeddedServer.start(home, options);
  return { ...(await embeddedDatabase(embedded, database)), embedded };
}

/** Makes the roles and one database on a running embedded server. */
export async function embeddedDatabase(
  embedded: EmbeddedServer,
  database: string,
): Promise<{ readonly appUrl: string; readonly ownerUrl: string }> {
  const adminUrl = embedded.superuserUrl('postgres');
  const ownerPassword = rolePassword(adminUrl, OWNER_ROLE);
  const appPassword = rolePassword(adminUrl, APP_ROLE);
  await initialiseRoles({ adminUrl, database, ownerPassword, appPassword });
  return {
    appUrl: addressFor(adminUrl, { role: APP_ROLE, password: appPassword, database }),
    ownerUrl: addressFor(adminUrl, { role: OWNER_ROLE, password: ownerPassword, database }),
  };
}

/** The roles' passwords follow from the one secret on disk, so that every process comes to the same. */
function rolePassword(adminUrl: string, role: string): string {
  return createHash('sha256')
    .update(`${new URL(adminUrl).password}:${role}`)
    .digest('base64url');
}

function addressFor(adminUrl: string, to: { role: string; password: string; database: string }): string {
  const address = new URL(adminUrl);
  address.username = to.role;
  address.password = to.password;
  address.pathname = `/${to.database}`;
  return address.href;
}
