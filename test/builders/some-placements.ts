import { createHash } from 'node:crypto';
import type { TestDatabase } from '../database/test-database.js';
import type { Person } from '../http/people.js';
import { aBrand, aPlacement, type MadeBrand } from './agency.js';

let brands = 0;

/** Makes a brand of its own with so many placements, each on a site of its own, so that a filter by brand finds just those. */
export async function somePlacements(
  person: Person,
  count: number,
  changes: object = {},
): Promise<MadeBrand & { ids: string[] }> {
  brands += 1;
  const brand = await aBrand(person, `some${brands}`);
  const ids: string[] = [];
  for (let no = 1; no <= count; no += 1) {
    const sourceUrl = `https://some${brands}-${no}.example/post`;
    ids.push((await aPlacement(person, brand.brandId, { sourceUrl, ...changes })).id);
  }
  return { ...brand, ids };
}

/** Everything of a brand's placements that an undo must put back, as one text. */
export async function placementsSum(database: TestDatabase, brandId: string): Promise<string> {
  const rows = await database.asOwner(
    `select to_jsonb(p) - 'revision' - 'updated_at' as row from placements p where brand_id = $1 order by id`,
    [brandId],
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
