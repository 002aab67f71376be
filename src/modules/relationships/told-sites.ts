import { Injectable } from '@nestjs/common';
import { foldTellings, type Told, type ToldSite, toldOf } from '../../core/relationships/linking-site.js';
import { type LinkingSiteRow, LinkingSitesRepository } from './linking-sites.repository.js';

interface Pair {
  readonly brandId: string;
  readonly siteId: string;
}

/** What the lists of tools come to for relationships, in the open transaction. */
@Injectable()
export class ToldSites {
  constructor(private readonly linkingSites: LinkingSitesRepository) {}

  /** What each tool says of one site, the newest word first. */
  async between(brandId: string, siteId: string): Promise<ToldSite[]> {
    return foldTellings(await this.linkingSites.between([{ brandId, siteId }]));
  }

  /** The tools' word in brief, for each of some relationships in their order. */
  async inBrief(pairs: readonly Pair[]): Promise<(Told | null)[]> {
    if (pairs.length === 0) return [];
    const groups = new Map<string, LinkingSiteRow[]>();
    for (const row of await this.linkingSites.between(pairs))
      groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return pairs.map((pair) => toldOf(foldTellings(groups.get(keyOf(pair)) ?? [])));
  }

  /** Writes on relationships, which the caller holds, what the tools' words come to now. */
  async retell(all: readonly Pair[]): Promise<void> {
    const pairs = [...new Map(all.map((pair) => [keyOf(pair), pair])).values()];
    const told = await this.inBrief(pairs);
    await this.linkingSites.tell(
      pairs.map(({ brandId, siteId }, at) => ({ brandId, siteId, toldState: told[at]?.state ?? null })),
    );
  }
}

function keyOf({ brandId, siteId }: Pair): string {
  return `${brandId} ${siteId}`;
}
