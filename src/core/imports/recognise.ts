import { siteKey } from '../sites/site-key.js';
import { type ColumnKind, columnKind } from './column-kind.js';
import type { ImportContent } from './content.js';
import { foldHeader } from './fold-header.js';
import { BUZZSTREAM_POSITIONS, isBuzzstreamByPosition } from './formats/buzzstream-positions.js';
import type { Format } from './formats/format.js';
import { GENERIC } from './formats/generic.js';
import { aliases, FORMATS, formatById } from './formats/registry.js';
import { REFUSED_TABLES } from './formats/search-console.js';
import { mapColumns } from './map-columns.js';
import type { RecordMapping } from './record-field.js';

/** What is known of a table before anybody has said anything. */
export interface TableLook {
  readonly headers: readonly string[];
  /** Some of its rows. */
  readonly sample: readonly (readonly string[])[];
  /** Whether the headers stand in the file; without, columns only have numbers. */
  readonly hasHeader: boolean;
}

/** What a table was taken for. `unknown`: the mapping is a proposal by words and values, to be mended by hand. */
export interface Recognition {
  readonly format: string | null;
  readonly content: ImportContent;
  readonly confidence: 'sure' | 'likely' | 'unknown';
  readonly mapping: RecordMapping;
  /** Why it brings nothing: links within the own site, or texts of links without pages (D213, D216). */
  readonly refused: 'internal_links' | 'link_texts' | null;
}

/** Recognises a table by its headers, then by its values, never by the name of its file. */
export function recognise(look: TableLook): Recognition {
  const folded = look.headers.map(foldHeader);
  const refused = REFUSED_TABLES.find(
    (table) => folded.length <= table.mostColumns && table.needs.every((names) => hasOne(folded, names)),
  );
  if (refused !== undefined) return unknown({}, 'target_pages', refused.why);
  return byHeaders(look, folded) ?? byPosition(look) ?? byValues(look);
}

function byHeaders(look: TableLook, folded: readonly string[]): Recognition | null {
  if (!look.hasHeader) return null;
  const fitting = FORMATS.filter((format) => fits(format, folded));
  const tools = fitting.filter((format) => !GENERIC.includes(format));
  const found = mostDemanding(tools.length > 0 ? tools : fitting);
  if (found === null) return null;
  const mapping = mapColumns(found, look.headers);
  const format = haveOneSource(look.sample, mapping) ? (otherFormat(found) ?? found) : found;
  const isSure = format.isLikely === undefined || (format.id === 'placement_sheet' && hasTerms(mapping));
  const confidence = isSure ? 'sure' : 'likely';
  return { format: format.id, content: format.content, confidence, mapping, refused: null };
}

function otherFormat({ whenOneSource }: Format): Format | null {
  return whenOneSource === undefined ? null : formatById(whenOneSource);
}

/** Of several formats that fit, the one that asks for the most: the first of equals. */
function mostDemanding(formats: readonly Format[]): Format | null {
  return formats.reduce<Format | null>(
    (best, next) => (best === null || next.needs.length > best.needs.length ? next : best),
    null,
  );
}

function fits(format: Format, folded: readonly string[]): boolean {
  if (format.mostColumns !== undefined && folded.length > format.mostColumns) return false;
  if (format.lacks !== undefined && hasOne(folded, format.lacks)) return false;
  return format.needs.every((names) => hasOne(folded, names));
}

function hasOne(folded: readonly string[], names: string): boolean {
  return aliases(names).some((name) => folded.includes(name));
}

/** A sheet that says how a link was come by, or what was agreed, is one of placements beyond doubt. */
function hasTerms(mapping: RecordMapping): boolean {
  const fields = ['type', 'compensation', 'due_on', 'agreed_on', 'agreed_with', 'match', 'price'] as const;
  return fields.some((field) => mapping[field] !== undefined);
}

/** Links that all stand on one site and lead to several are the links of that site, not to it. */
function haveOneSource(sample: readonly (readonly string[])[], mapping: RecordMapping): boolean {
  const keys = (column: number | undefined): Set<string | null> =>
    new Set(sample.map((cells) => siteKey(cells[column ?? -1] ?? '')).filter((key) => key !== null));
  return sample.length > 1 && keys(mapping.source_url).size === 1 && keys(mapping.target_url).size > 1;
}

function byPosition(look: TableLook): Recognition | null {
  if (look.hasHeader || !isBuzzstreamByPosition(look.sample)) return null;
  return {
    format: 'buzzstream_link_partners',
    content: 'placements',
    confidence: 'likely',
    mapping: BUZZSTREAM_POSITIONS,
    refused: null,
  };
}

/** Tables of Search Console in any language are told by their kinds of columns (D214); others get a proposal. */
function byValues(look: TableLook): Recognition {
  const kinds = look.headers.map((_, column) => columnKind(look.sample, column));
  const found = SHAPES.find(({ columns }) => isDeepEqual(columns, [...kinds].sort()));
  if (found === undefined || !look.hasHeader) return proposal(look, kinds);
  const format = formatById(found.format);
  return {
    format: found.format,
    content: format?.content ?? 'links_to_us',
    confidence: 'likely',
    mapping: found.mapping(kinds),
    refused: null,
  };
}

const SHAPES: readonly {
  readonly format: string;
  readonly columns: readonly ColumnKind[];
  readonly mapping: (kinds: readonly ColumnKind[]) => RecordMapping;
}[] = [
  {
    format: 'search_console_links',
    columns: ['address', 'moment'],
    mapping: (kinds) => ({ source_url: kinds.indexOf('address'), last_seen: kinds.indexOf('moment') }),
  },
  {
    format: 'search_console_sites',
    columns: ['number', 'number', 'site'],
    mapping: (kinds) => ({ site: kinds.indexOf('site'), link_count: kinds.indexOf('number') }),
  },
  {
    format: 'search_console_pages',
    columns: ['address', 'number', 'number'],
    mapping: (kinds) => ({
      page_url: kinds.indexOf('address'),
      link_count: kinds.indexOf('number'),
      linking_site_count: kinds.lastIndexOf('number'),
    }),
  },
];

function isDeepEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** A proposal: two columns of addresses are a link, its page first; an address of mail is a person; else it is sites. */
function proposal({ headers, hasHeader }: TableLook, kinds: readonly ColumnKind[]): Recognition {
  const [source, target] = kinds.flatMap((kind, column) => (kind === 'address' ? [column] : []));
  if (source !== undefined && target !== undefined)
    return unknown(
      { ...words('placement_sheet', headers), source_url: source, target_url: target },
      'placements',
    );
  const site = kinds.findIndex((kind) => kind === 'site' || kind === 'address');
  const mail = kinds.indexOf('mail');
  const place: RecordMapping = site === -1 ? {} : { site };
  if (mail !== -1) return unknown({ ...words('contact_sheet', headers), email: mail, ...place }, 'contacts');
  const placements = words('placement_sheet', headers);
  if (site === -1) return unknown(placements, 'placements');
  if (hasHeader && (placements.source_url ?? placements.target_url) !== undefined)
    return unknown({ ...placements, ...otherPage(placements, site) }, 'placements');
  return unknown({ ...words('prospect_sheet', headers), ...place }, 'prospects');
}

/** One page of a link is known by its header: a column of addresses that is not it is the other page. */
function otherPage(mapping: RecordMapping, column: number): RecordMapping {
  if (Object.values(mapping).includes(column)) return {};
  return mapping.source_url === undefined ? { source_url: column } : { target_url: column };
}

function words(format: string, headers: readonly string[]): RecordMapping {
  const found = formatById(format);
  return found === null ? {} : mapColumns(found, headers);
}

function unknown(
  mapping: RecordMapping,
  content: ImportContent,
  refused: Recognition['refused'] = null,
): Recognition {
  return { format: null, content, confidence: 'unknown', mapping, refused };
}
