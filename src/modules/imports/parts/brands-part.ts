import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '../../../core/imports/record.js';
import { resolveBrand } from '../../../core/imports/resolve-brand.js';
import { type ImportBrand, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Says which brand each row belongs to; a row that does not tell is bad where its content needs one. */
@Injectable()
export class BrandsPart extends ImportPart {
  take(works: readonly RowWork[], run: ImportRun): Promise<void> {
    const chosen = run.brands.find((brand) => brand.id === run.row.brandId) ?? null;
    for (const work of works) if (work.isOpen) settle(work, run, chosen);
    return Promise.resolve();
  }
}

function settle(work: RowWork, run: ImportRun, chosen: ImportBrand | null): void {
  const { record } = work;
  const brand = record.brand ?? record.placement?.brand ?? null;
  const ownUrl = ownPage(record, run);
  if (ownUrl === null) {
    if (chosen !== null) work.brand = chosen;
    return;
  }
  const resolved = resolveBrand({ brand, targetUrl: ownUrl }, run.brands, run.row.brandId);
  if (resolved.ok) work.brand = run.brands.find(({ id }) => id === resolved.brand.id) ?? null;
  else
    work.refuse({
      field: resolved.field,
      columnName: null,
      code: resolved.fault,
      params: { text: resolved.text },
    });
}

/** The page of ours a row names: the target of links to us, the source of links we made; '' where it must have one and has none. */
function ownPage(record: ImportRecord, { row }: ImportRun): string | null {
  switch (row.content) {
    case 'placements':
      return record.placement?.targetUrl ?? '';
    case 'links_to_us':
      return record.link?.targetUrl ?? '';
    case 'links_to_them':
      return record.link?.sourceUrl ?? '';
    case 'target_pages':
      return record.targetPage?.url ?? '';
    case 'linking_sites':
      return '';
    default:
      return record.brand === undefined ? null : '';
  }
}
