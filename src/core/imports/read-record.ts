import { CONTENT_FIELDS } from './content.js';
import type { FormatQuirks } from './formats/format.js';
import { formatById } from './formats/registry.js';
import {
  type ConditionsReading,
  linesAsked,
  readConditions,
  readPriceCell,
  tellsConditions,
} from './read-conditions.js';
import { readLink } from './read-link.js';
import { readContact, readProspect, remarks } from './read-people.js';
import { type PlacementDefaults, readPlacement } from './read-placement.js';
import { present, readMetrics, readSite } from './read-site.js';
import type { ImportRecord, RecordFault, RecordReading, SkipReason } from './record.js';
import type { FieldKey } from './record-field.js';
import { type CellRules, RowCells } from './row-cells.js';
import { SiteFinder } from './site-of-url.js';

/** How the rows of one file are read. */
export interface ReadPlan extends Omit<CellRules, 'quirks'> {
  readonly defaults: PlacementDefaults & { readonly currency?: string | null };
  /** The format it was recognised as: some tools have ways of their own. */
  readonly format?: string | null;
  /** Keys of our own sites: links from there to us are none. */
  readonly ownSiteKeys?: ReadonlySet<string>;
}

type Parts = { readonly record: ImportRecord; readonly skip: SkipReason | null };

/** Makes the reader of a file's rows. All that is wrong with a row is told, not only the first. */
export function recordReader(plan: ReadPlan): (cells: readonly string[]) => RecordReading {
  const quirks = (plan.format == null ? null : formatById(plan.format)?.quirks) ?? {};
  const reader = new RecordReader(plan, { ...plan, quirks }, new SiteFinder());
  return (cells) => reader.read(cells);
}

/** What conditions can be of. */
const PLACES = ['site', 'source_url', 'publisher', 'broker'] as const;
const NOTHING_ASKED: ConditionsReading = { conditions: [], asides: [] };

class RecordReader {
  private readonly tellsConditions: boolean;

  constructor(
    private readonly plan: ReadPlan,
    private readonly rules: CellRules,
    private readonly sites: SiteFinder,
  ) {
    this.tellsConditions = tellsConditions(plan.mapping);
  }

  read(cells: readonly string[]): RecordReading {
    if (cells.every((cell) => cell.trim() === '')) return { kind: 'skip', reason: 'empty_row' };
    const tooMany = this.surplus(cells);
    if (tooMany !== null) return { kind: 'bad', faults: [tooMany] };
    const row = new RowCells(this.rules, cells);
    this.require(row);
    const { record, skip } = this.parts(row);
    if (row.faults.length > 0) return { kind: 'bad', faults: [...row.faults].sort(byColumn) };
    return skip === null ? { kind: 'record', record } : { kind: 'skip', reason: skip };
  }

  /** Filled cells beyond the last header: cells have moved, and nothing in the row can be trusted. */
  private surplus(cells: readonly string[]): RecordFault | null {
    const width = this.plan.headers.length;
    const column = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
    if (column === -1) return null;
    return {
      column,
      columnName: '',
      field: null,
      code: 'too_many_cells',
      text: (cells[column] ?? '').slice(0, 200),
    };
  }

  private require(row: RowCells): void {
    for (const group of CONTENT_FIELDS[this.plan.content].required) {
      if (group.some((field) => row.raw(field) !== '')) continue;
      row.refuse(group.find((field) => row.has(field)) ?? (group[0] as FieldKey), 'missing');
    }
  }

  private parts(row: RowCells): Parts {
    switch (this.plan.content) {
      case 'placements':
        return this.placement(row);
      case 'links_to_us':
      case 'links_to_them':
        return this.link(row, this.rules.quirks);
      case 'linking_sites':
        return this.linkingSite(row);
      case 'link_gap':
      case 'prospects':
      case 'contacts':
        return this.people(row);
      case 'target_pages':
        return this.targetPage(row);
    }
  }

  private placement(row: RowCells): Parts {
    const { mapping, defaults } = this.plan;
    const price = readPriceCell(row, 'price', this.priceRules());
    const isPaid = typeof price === 'object' ? price.priceMinor > 0 : /[1-9]/.test(row.raw('price'));
    const placement = readPlacement(row, mapping, { defaults, isPaid });
    const site = readSite(row, mapping, this.sites);
    return kept({
      placement,
      ...present({ site, price: typeof price === 'object' ? price : undefined, ...namesOf(row) }),
    });
  }

  private link(row: RowCells, quirks: FormatQuirks): Parts {
    const { link, skip } = readLink(row, quirks);
    const source = link.sourceUrl === undefined ? null : this.sites.siteOf(link.sourceUrl);
    const target = link.targetUrl === undefined ? null : this.sites.siteOf(link.targetUrl);
    const other = this.plan.content === 'links_to_us' ? source : target;
    const address = this.plan.content === 'links_to_us' ? link.sourceUrl : link.targetUrl;
    const brand = row.line('brand');
    // Metrics of these exports are of the linking site.
    const metrics = this.plan.content === 'links_to_us' ? readMetrics(row, this.plan.mapping) : [];
    const site = other === null || address === undefined ? undefined : { address, siteKey: other, metrics };
    return {
      record: { link, ...present({ site, brand: brand === '' ? undefined : brand }) },
      skip: skip ?? this.skipOf(source, target),
    };
  }

  private linkingSite(row: RowCells): Parts {
    const site = readSite(row, this.plan.mapping, this.sites);
    const isOwn = site !== undefined && this.plan.ownSiteKeys?.has(site.siteKey) === true;
    return { ...kept(present({ site })), skip: isOwn ? 'own_site' : null };
  }

  private skipOf(source: string | null, target: string | null): SkipReason | null {
    if (source === null) return null;
    if (this.plan.content === 'links_to_us' && this.plan.ownSiteKeys?.has(source) === true) return 'own_site';
    return source === target ? 'internal_link' : null;
  }

  private people(row: RowCells): Parts {
    const { mapping, content } = this.plan;
    const site = readSite(row, mapping, this.sites);
    const asked = content === 'link_gap' ? NOTHING_ASKED : this.asked(row);
    const isOfPeople = content === 'contacts';
    // Of a file of people the columns kept as notes are about the person.
    const lines = isOfPeople ? [] : [...asked.asides, ...remarks(row, mapping)];
    const prospect = readProspect(row, mapping, lines);
    const contact =
      content === 'link_gap' ? undefined : readContact(row, mapping, isOfPeople ? asked.asides : []);
    return kept(
      present({
        site,
        prospect: site === undefined ? undefined : prospect,
        contact,
        conditions: asked.conditions.length === 0 ? undefined : asked.conditions,
        ...namesOf(row),
        lastContactedOn: row.day('last_contacted'),
      }),
    );
  }

  private targetPage(row: RowCells): Parts {
    const title = row.line('title').slice(0, 500);
    const url = row.address('page_url') ?? '';
    return kept({
      targetPage: {
        url,
        ...present({
          title: title === '' ? undefined : title,
          linkCount: row.number('link_count'),
          linkingSiteCount: row.number('linking_site_count'),
        }),
      },
    });
  }

  /** What is asked for placements at the site or by the publisher of a row; where it names neither, a note of the person. */
  private asked(row: RowCells): ConditionsReading {
    if (!this.tellsConditions) return NOTHING_ASKED;
    const asked = readConditions(row, this.priceRules());
    const isSomebodys = PLACES.some((field) => row.raw(field) !== '');
    return isSomebodys ? asked : { conditions: [], asides: linesAsked(row) };
  }

  private priceRules() {
    return { decimal: this.plan.dialect.decimal, currency: this.plan.defaults.currency ?? null };
  }
}

/** The publisher of a row, and who sells placements for it. */
function namesOf(row: RowCells): Pick<ImportRecord, 'publisher' | 'broker'> {
  const named = (field: 'publisher' | 'broker') => {
    const name = row.line(field).slice(0, 200);
    return name === '' ? undefined : { name };
  };
  return present({ publisher: named('publisher'), broker: named('broker') });
}

function byColumn(one: RecordFault, other: RecordFault): number {
  return (one.column ?? Number.MAX_SAFE_INTEGER) - (other.column ?? Number.MAX_SAFE_INTEGER);
}

function kept(record: ImportRecord): Parts {
  return { record, skip: null };
}
