import { siteKey } from '../sites/site-key.js';

/** Why it cannot be told which brand a row belongs to. */
export type BrandFault = 'unknown_brand' | 'brand_needed';

/** A brand as an import tells brands apart. */
export interface KnownBrand {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly siteKey: string;
}

export type BrandReading =
  | { readonly ok: true; readonly brand: KnownBrand }
  | {
      readonly ok: false;
      readonly field: 'brand' | 'target_url';
      readonly fault: BrandFault;
      readonly text: string;
    };

/**
 * Says which brand a row belongs to: the one it names (by name or alias), else the one chosen for the whole file, else
 * the one brand whose site the target is on. A name or a site that fits several brands is never guessed.
 */
export function resolveBrand(
  row: { readonly brand: string | null; readonly targetUrl: string },
  brands: readonly KnownBrand[],
  chosenId: string | null,
): BrandReading {
  if (row.brand !== null) return named(row.brand, brands);
  const chosen = brands.find((brand) => brand.id === chosenId);
  if (chosen !== undefined) return { ok: true, brand: chosen };
  const key = siteKey(row.targetUrl);
  return single(
    brands.filter((brand) => brand.siteKey === key),
    { field: 'target_url', fault: 'brand_needed', text: row.targetUrl },
  );
}

function named(name: string, brands: readonly KnownBrand[]): BrandReading {
  const wanted = fold(name);
  const fitting = brands.filter((brand) =>
    [brand.name, ...brand.aliases].some((known) => fold(known) === wanted),
  );
  const fault = fitting.length > 1 ? 'brand_needed' : 'unknown_brand';
  return single(fitting, { field: 'brand', fault, text: name });
}

function single(
  fitting: readonly KnownBrand[],
  otherwise: { field: 'brand' | 'target_url'; fault: BrandFault; text: string },
): BrandReading {
  const [brand] = fitting;
  return brand !== undefined && fitting.length === 1 ? { ok: true, brand } : { ok: false, ...otherwise };
}

function fold(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
