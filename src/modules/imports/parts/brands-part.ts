import { Injectable } from '@nestjs/common';
import type { ImportContent } from '../../../core/imports/content.js';
import type { ImportRecord } from '../../../core/imports/record.js';
import { resolveBrand } from '../../../core/imports/resolve-brand.js';
import { ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Says which brand each row belongs to; a row that does not tell is bad where its content needs one. */
@Injectable()
export class BrandsPart extends ImportPart {
  take(works: readonly RowWork[], run: ImportRun): Promise<void> {
    for (const work of works) if (work.isOpen) settle(work, run);
    return Promise.resolve();
  }
}

function settle(work: RowWork, run: ImportRun): void {
  const { record } = work;
  const brand = record.brand ?? record.placement?.brand ?? null;
  const ownUrl = OWN_PAGE[run.row.content]?.(record) ?? '';
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

/** The page of ours a row names: the target of links to us, the source of links we made; '' where the row names none. */
const OWN_PAGE: Readonly<Partial<Record<ImportContent, (record: ImportRecord) => string | undefined>>> = {
  placements: ({ placement }) => placement?.targetUrl,
  links_to_us: ({ link }) => link?.targetUrl,
  links_to_them: ({ link }) => link?.sourceUrl,
  target_pages: ({ targetPage }) => targetPage?.url,
};
