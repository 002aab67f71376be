import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { Cell } from '../../platform/http/table-answer.js';
import { SitesService } from '../sites/sites.service.js';
import type { ContactFilter } from './contact-list.dto.js';
import { ContactLists } from './contact-list.query.js';
import type { ContactRow } from './contact-views.dto.js';

/** The columns of the file; their names are those an import recognises. */
const COLUMNS: readonly (readonly [name: string, value: (row: ContactRow) => Cell])[] = [
  ['id', (row) => row.id],
  ['name', (row) => row.name],
  ['position', (row) => row.position],
  ['email', (row) => row.mainAddress],
  ['email_status', (row) => row.mainAddressStatus],
  ['emails', (row) => row.addressCount],
  ['sites', (row) => labels(row, 'siteId')],
  ['publishers', (row) => labels(row, 'publisherId')],
  ['places', (row) => row.placeCount],
  ['former', (row) => row.isFormer],
  ['language', (row) => row.language],
  ['form_of_address', (row) => row.formOfAddress],
  ['country', (row) => row.country],
  ['time_zone', (row) => row.timeZone],
  ['ground', (row) => row.ground],
  ['may_mail', (row) => row.mayMail.answer],
  ['may_mail_because', (row) => row.mayMail.code],
  ['objected_at', (row) => row.objectedAt],
  ['created_at', (row) => row.createdAt],
  ['updated_at', (row) => row.updatedAt],
  ['archived_at', (row) => row.archivedAt],
];

const BATCH = 500;

/** Contacts as the rows of a table. */
@Injectable()
export class ContactExport {
  constructor(
    private readonly database: Database,
    private readonly lists: ContactLists,
    private readonly sites: SitesService,
  ) {}

  get columns(): readonly string[] {
    return COLUMNS.map(([name]) => name);
  }

  /** Each batch is read in a transaction of its own, so a slow download holds none open; newest first, none comes twice. */
  async *rows(scope: WorkspaceScope, filter: ContactFilter): AsyncGenerator<readonly Cell[]> {
    let afterId: string | null = null;
    do {
      const place: { afterId: string | null; size: number } = { afterId, size: BATCH };
      const rows: ContactRow[] = await this.database.inWorkspace(scope, async () =>
        this.lists.batch(filter, place, await this.sites.today()),
      );
      for (const row of rows) yield COLUMNS.map(([, value]) => value(row));
      afterId = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
    } while (afterId !== null);
  }
}

function labels(row: ContactRow, kind: 'siteId' | 'publisherId'): string {
  return row.places
    .filter((place) => place[kind] !== null && !place.isFormer)
    .map(({ label }) => label)
    .join(', ');
}
