import { Injectable } from '@nestjs/common';
import type { ImportContent } from '../../../core/imports/content.js';
import type { ImportRecord } from '../../../core/imports/record.js';
import { SitesService } from '../../sites/sites.service.js';
import { type BatchYield, ImportPart, type ImportRun, plainFault, type RowWork } from '../import-run.js';
import { ImportSites } from '../import-sites.repository.js';

const NONE: ReadonlyMap<string, { readonly key: string; readonly isMade: boolean }> = new Map();

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
    const { ids, made } = await this.sites.bring(addresses, { importId: run.row.id });
    const others = [...new Set(ids.values())].filter((id) => !made.has(id));
    const known = others.length === 0 ? NONE : await this.named.named(run.row.id, others);
    for (const { work, address } of about) {
      const id = ids.get(address) ?? '';
      const key = made.get(id);
      const site = key === undefined ? known.get(id) : { key, isMade: true };
      work.isSiteNew = key !== undefined;
      if (site === undefined)
        work.refuse({ ...plainFault('not_a_site', { text: address.slice(0, 200) }), field: 'site' });
      else settle(work, { id, ...site }, run, batch);
    }
  }
}

function settle(
  work: RowWork,
  site: { readonly id: string; readonly key: string; readonly isMade: boolean },
  run: ImportRun,
  batch: BatchYield,
): void {
  work.siteId = site.id;
  work.siteKey = site.key;
  const isFirst = site.isMade && run.newSites.add(site.key);
  if (isFirst) batch.add('sites');
  const isMainPart = run.row.content === 'linking_sites' || run.row.content === 'link_gap';
  if (isMainPart) work.settle('site', site.id, isFirst ? 'created' : 'unchanged');
}

/** The address of the other side; a placement's site is made with the placement. */
function addressOf({ link, site }: ImportRecord, { row }: ImportRun): string | null {
  const theirs = THEIR_PAGE[row.content];
  if (theirs === null) return null;
  const page = theirs === undefined ? undefined : link?.[theirs];
  return page ?? site?.address ?? link?.sourceUrl ?? null;
}

/** Which end of a link is theirs; null for contents whose sites are made elsewhere. */
const THEIR_PAGE: Readonly<Partial<Record<ImportContent, 'sourceUrl' | 'targetUrl' | null>>> = {
  placements: null,
  target_pages: null,
  links_to_us: 'sourceUrl',
  links_to_them: 'targetUrl',
};
