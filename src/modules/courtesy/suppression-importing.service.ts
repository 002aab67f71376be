import { Injectable } from '@nestjs/common';
import {
  type ListColumns,
  listColumns,
  type ReadRow,
  readRow,
} from '../../core/courtesy/read-suppressions.js';
import type { SuppressionWish } from '../../core/courtesy/suppression.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { suppressionFault } from '../../platform/i18n/suppression-texts.js';
import { TableError } from '../../platform/tables/table.js';
import { sniffBytes, textRecords } from '../../platform/tables/text-table.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { SitesService } from '../sites/sites.service.js';
import { DoNotContact } from './do-not-contact.service.js';
import type { SuppressionFault, SuppressionImport, SuppressionImportResult } from './suppressions.dto.js';

type GoodRow = Extract<ReadRow, { named: unknown }>;
type BadRow = Extract<ReadRow, { fault: unknown }>;

/** Rows of one transaction, and of one file. */
const AT_ONCE = 1000;
const MOST_ROWS = 200_000;
/** Mistakes that are told one by one. */
const MOST_FAULTS = 200;

/** Takes lists of addresses and domains from other tools, with where they come from. */
@Injectable()
export class SuppressionImporting {
  constructor(
    private readonly database: Database,
    private readonly list: DoNotContact,
    private readonly suppressions: SuppressionsService,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  /** Throws `suppression.file_unreadable`, `suppression.file_too_long`, `client.not_found`. Taking the same file again adds nothing. */
  async take(who: Principal, wish: SuppressionImport, bytes: Buffer): Promise<SuppressionImportResult> {
    const scope = scopeOf(who);
    const rows = await readable(() => rowsOf(bytes));
    if (rows.length > MOST_ROWS) throw new AppError('suppression.file_too_long', { most: MOST_ROWS });
    const clientId = await this.database.inWorkspace(scope, () => this.list.clientFor(who, wish.clientId));
    const common = {
      clientId,
      source: 'imported',
      sourceId: newId(this.clock.now()),
      evidence: wish.provenance.trim(),
    } as const;
    const good = rows.filter((row): row is GoodRow => 'named' in row);
    const bad = rows.filter((row): row is BadRow => 'fault' in row);
    let added = 0;
    for (let start = 0; start < good.length; start += AT_ONCE) {
      const part = good.slice(start, start + AT_ONCE);
      added += await this.database.inWorkspace(scope, async () => {
        const wishes = await this.wishes(part, { ...common, reason: wish.reason ?? 'imported' });
        return (await this.suppressions.keep(wishes)).length;
      });
    }
    return {
      rows: rows.length,
      added,
      known: good.length - added,
      refused: bad.length,
      errors: bad.slice(0, MOST_FAULTS).map((row) => told(row, who)),
    };
  }

  private async wishes(
    part: readonly GoodRow[],
    common: Pick<SuppressionWish, 'clientId' | 'source' | 'sourceId' | 'evidence' | 'reason'>,
  ): Promise<SuppressionWish[]> {
    const sites = await this.sites.forAddresses(
      part.flatMap(({ named }) => ('site' in named ? [named.site] : [])),
    );
    return part.map(({ named, reason, note }) => ({
      ...common,
      ...('site' in named ? { siteId: sites.get(named.site) ?? null } : { addressKey: named.addressKey }),
      reason: reason ?? common.reason,
      note,
    }));
  }
}

async function rowsOf(bytes: Buffer): Promise<ReadRow[]> {
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  };
  const { dialect } = await sniffBytes(open);
  const rows: ReadRow[] = [];
  let columns: ListColumns | undefined;
  let isFirst = true;
  for await (const records of textRecords(open, dialect, 1)) {
    for (const record of records) {
      const cells = 'cells' in record ? record.cells : [];
      const named = isFirst ? listColumns(cells) : null;
      isFirst = false;
      if (named !== null) columns = named;
      else if (cells.some((cell) => cell.trim() !== '')) rows.push(readRow(record.lineNo, cells, columns));
    }
  }
  return rows;
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof TableError ? new AppError('suppression.file_unreadable') : error;
  }
}

function told({ lineNo, text, fault }: BadRow, { locale }: Principal): SuppressionFault {
  return { lineNo, text, code: fault, sentence: suppressionFault(fault, locale) };
}
