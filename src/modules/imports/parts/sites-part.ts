import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '../../../core/imports/record.js';
import { SitesService } from '../../sites/sites.service.js';
import { type BatchYield, ImportPart, type ImportRun, plainFault, type RowWork } from '../import-run.js';
import { ImportSites } from '../import-sites.repository.js';

/** Finds or makes the site each row is about. */
@Injectable()
export class SitesPart extends ImportPart {
  constructor(
    private readonly sites: SitesService,
    private readonly named: ImportSites,
  ) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const about = works.flatMap((work) => {
      const address = work.isOpen ? addressOf(work.record, run) : null;
      return address === null ? [] : [{ work, address }];
    });
    if (about.length === 0) return;
    const addresses = [...new Set(about.map(({ address }) => address))];
    const ids = await this.sites.forAddresses(addresses, { importId: run.row.id });
    const known = await this.named.named(run.row.id, [...new Set(ids.values())]);
    const isMainPart = run.row.content === 'linking_sites' || run.row.content === 'link_gap';
    for (const { work, address } of about) {
      const id = ids.get(address) ?? null;
      const site = known.get(id ?? '');
      if (id === null || site === undefined) {
        work.refuse({ ...plainFault('not_a_site', { text: address.slice(0, 200) }), field: 'site' });
        continue;
      }
      work.siteId = id;
      work.siteKey = site.key;
      const isFirst = site.isMade && run.newSites.add(site.key);
      if (isFirst) batch.add('sites');
      if (isMainPart) work.settle('site', id, isFirst ? 'created' : 'unchanged');
    }
  }
}

/** The address of the other side; a placement's site is made with the placement. */
function addressOf(record: ImportRecord, { row }: ImportRun): string | null {
  if (row.content === 'placements' || row.content === 'target_pages') return null;
  if (row.content === 'links_to_us') return record.link?.sourceUrl ?? record.site?.address ?? null;
  if (row.content === 'links_to_them') return record.link?.targetUrl ?? record.site?.address ?? null;
  return record.site?.address ?? record.link?.sourceUrl ?? null;
}
