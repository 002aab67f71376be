import { Injectable } from '@nestjs/common';
import { type ReadRow, readRow } from '../../core/imports/read-row.js';
import { type KnownBrand, resolveBrand } from '../../core/imports/resolve-brand.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import type { TableRow } from '../../platform/csv/read-table.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { type TeamMember, TeamService } from '../access/team.service.js';
import { ClientsService } from '../clients/clients.service.js';
import type { PlacementFacts } from '../placements/imported-placements.service.js';
import type { ImportEntity } from './import.entity.js';
import type { OutcomeRow } from './row-outcome.js';

/** A row that can be a placement. */
export interface GoodRow {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly facts: PlacementFacts;
  /** What makes it the same link as another row of the file. */
  readonly pair: string;
}

export type RowResult = { readonly good: GoodRow } | { readonly bad: OutcomeRow };

/** What rows are read against: the plan of the import, and who and what there is. */
export interface RowContext {
  readonly row: ImportEntity;
  readonly brands: readonly KnownBrand[];
  readonly team: readonly TeamMember[];
}

/** Reads rows of a file into placements, or into what is wrong with them. */
@Injectable()
export class RowReader {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientsService,
    private readonly team: TeamService,
  ) {}

  /** Loads what the rows of an import are read against. */
  async context(scope: WorkspaceScope, row: ImportEntity): Promise<RowContext> {
    const { items } = await this.clients.list(scope, false);
    const brands = items.flatMap((client) =>
      client.brands
        .filter((brand) => brand.archivedAt === null)
        .map((brand) => ({ ...brand, clientId: client.id })),
    );
    const team = await this.database.inWorkspace(scope, () => this.team.team());
    return { row, brands, team };
  }

  /** One row: a placement with all that the file says of it, or the field that is wrong. */
  read(tableRow: TableRow, context: RowContext): RowResult {
    const { rowNo, lineNo, cells } = tableRow;
    const { mapping, options, brandId } = context.row;
    const bad = (fault: Pick<OutcomeRow, 'field' | 'errorCode'>, text: string): RowResult => ({
      bad: { rowNo, lineNo, outcome: 'bad', placementId: null, ...fault, params: { text } },
    });
    const reading = readRow(cells, mapping, options);
    if (!reading.ok) return bad({ field: reading.field, errorCode: reading.fault }, reading.text);
    const resolved = resolveBrand(reading.row, context.brands, brandId);
    if (!resolved.ok) return bad({ field: resolved.field, errorCode: resolved.fault }, resolved.text);
    const owner = ownerOf(reading.row.owner, resolved.brand.clientId, context);
    if (owner === undefined)
      return bad({ field: 'owner', errorCode: 'unknown_owner' }, reading.row.owner ?? '');
    const facts = factsOf(reading.row, {
      brandId: resolved.brand.id,
      ownerMemberId: owner,
      row: context.row,
    });
    return { good: { rowNo, lineNo, facts, pair: pairOf(facts) } };
  }
}

/** The member a row names by address or name; who imports where it names nobody; undefined for a stranger. */
function ownerOf(
  owner: string | null,
  clientId: string,
  { row, team }: RowContext,
): string | null | undefined {
  const seeing = team.filter((member) => member.clientIds === null || member.clientIds.includes(clientId));
  if (owner === null) return seeing.find((member) => member.userId === row.createdBy)?.memberId ?? null;
  const named = seeing.filter((member) => member.email === owner || member.name.toLowerCase() === owner);
  return named.length === 1 ? named[0]?.memberId : undefined;
}

function factsOf(
  row: ReadRow,
  place: { brandId: string; ownerMemberId: string | null; row: ImportEntity },
): PlacementFacts {
  const hasTerms = row.rel !== null || row.anchor !== null || row.agreedOn !== null;
  const source =
    row.agreedWith === null
      ? { kind: 'document' as const, reference: place.row.fileName }
      : { kind: 'person' as const, reference: row.agreedWith };
  return {
    brandId: place.brandId,
    sourceUrl: row.sourceUrl,
    site: null,
    targetUrl: row.targetUrl,
    type: row.type,
    compensation: row.compensation,
    label: row.label,
    labellingAgreed: false,
    terms: {
      ...(row.match === null ? {} : { match: row.match }),
      ...(row.rel === null ? {} : { rel: { standing: 'agreed' as const, value: row.rel } }),
      ...(row.anchor === null ? {} : { anchor: { standing: 'agreed' as const, value: row.anchor } }),
    },
    source: hasTerms ? { ...source, agreedOn: row.agreedOn ?? undefined } : null,
    dueOn: row.dueOn,
    ownerMemberId: place.ownerMemberId,
    notes: row.notes,
    importId: place.row.id,
  };
}

function pairOf({ brandId, sourceUrl, targetUrl }: PlacementFacts): string {
  return `${brandId}\n${equivalentKey(sourceUrl ?? '') ?? sourceUrl}\n${equivalentKey(targetUrl) ?? targetUrl}`;
}
