import { readAddress } from '../../core/clients/address.js';
import type { Compensation, PlacementLabel, PlacementType } from '../../core/placements/placement.js';
import type { TermSourceKind } from '../../core/placements/terms.js';
import { type TermsWished, termValue, type WrittenTerms } from '../../core/placements/written-terms.js';
import { canonicalHost, readHost } from '../../core/sites/host.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { PlacementEntity } from './placement.entity.js';

/** Where agreed terms come from, as somebody says it. */
export interface SourceFacts {
  readonly kind: TermSourceKind;
  readonly reference: string;
  readonly agreedOn?: string | undefined;
}

/** All that is said of a new placement. */
export interface PlacementFacts {
  readonly brandId: string;
  /** The page, or null while only its site is known. */
  readonly sourceUrl: string | null;
  /** The site's host or any address on it; needed where the page is not known. */
  readonly site: string | null;
  readonly targetUrl: string;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly label: PlacementLabel | null;
  readonly labellingAgreed: boolean;
  readonly terms: TermsWished;
  readonly source: SourceFacts | null;
  readonly dueOn: string | null;
  readonly ownerMemberId: string | null;
  readonly notes: string;
  /** The campaign and the pitch it was agreed in. */
  readonly campaignId?: string;
  readonly pitchId?: string;
  /** The mail that came in and says so. */
  readonly mailId?: string;
  /** The import it came with: its first check is then a baseline. */
  readonly importId?: string;
}

/** The columns that follow from the address of the page, or of its site alone. Throws `request.invalid` for what is no address. */
export function sourceColumns(
  sourceUrl: string | null,
  site: string | null,
): Pick<PlacementEntity, 'sourceUrl' | 'sourceUrlKey' | 'sourceHost' | 'hostSlot'> {
  if (sourceUrl === null) {
    const host = site === null ? null : (readHost(site)?.host ?? null);
    if (host === null)
      throw invalidField('sourceUrl', 'needed', 'name the page, or its site while the page is not known');
    return { sourceUrl: null, sourceUrlKey: null, sourceHost: withoutWww(host), hostSlot: null };
  }
  const { url, key } = addressOf(sourceUrl, 'sourceUrl');
  const parsed = new URL(url);
  return {
    sourceUrl: url,
    sourceUrlKey: key,
    sourceHost: withoutWww(canonicalHost(parsed.hostname)),
    hostSlot: hostSlot(parsed),
  };
}

/** The columns that follow from the address of the target. */
export function targetColumns(
  targetUrl: string,
): Pick<PlacementEntity, 'targetUrl' | 'targetUrlKey' | 'targetPath'> {
  const { url, key } = addressOf(targetUrl, 'targetUrl');
  const { pathname, search } = new URL(url);
  return { targetUrl: url, targetUrlKey: key, targetPath: `${pathname}${search}` };
}

/** The columns terms are kept in. */
export function termColumns(terms: WrittenTerms) {
  return {
    matchStep: terms.match,
    relStanding: terms.rel.standing,
    relValue: termValue(terms.rel),
    anchorStanding: terms.anchor.standing,
    anchorValue: termValue(terms.anchor),
    regionStanding: terms.region.standing,
    regionValue: termValue(terms.region),
    indexableStanding: terms.indexable.standing,
    indexableValue: termValue(terms.indexable),
    durationStanding: terms.duration.standing,
    durationUntil: termValue(terms.duration),
  };
}

/** The terms a placement's columns hold. */
export function writtenTermsOf(row: PlacementEntity): WrittenTerms {
  const term = <Value>(standing: WrittenTerms['rel']['standing'], value: Value | null) =>
    standing === 'unknown' || value === null ? ({ standing: 'unknown' } as const) : { standing, value };
  return {
    match: row.matchStep,
    rel: term(row.relStanding, row.relValue),
    anchor: term(row.anchorStanding, row.anchorValue),
    region: term(row.regionStanding, row.regionValue),
    indexable: term(row.indexableStanding, row.indexableValue),
    duration: term(row.durationStanding, row.durationUntil),
  };
}

/** A refusal that stands at one field of the form. */
export function invalidField(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}

function addressOf(typed: string, field: string): { url: string; key: string } {
  const address = readAddress(typed);
  const key = address.ok ? equivalentKey(address.url) : null;
  if (!address.ok || key === null)
    throw invalidField(field, 'web_address', 'must be the address of a web page');
  return { url: address.url, key };
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
