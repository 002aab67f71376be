import type { Compensation, PlacementLabel, PlacementType } from '../placements/placement.js';
import { aside, remarks } from './read-people.js';
import type { PlacementRecord } from './record.js';
import type { RecordMapping } from './record-field.js';
import type { RowCells } from './row-cells.js';
import { readCompensation, readMatch, readRel, readType } from './words.js';

/** What holds for rows that say nothing of their own. */
export interface PlacementDefaults {
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

interface PlacementRules {
  readonly defaults: PlacementDefaults;
  readonly isPaid: boolean;
  /** Whether the price was read; one without a currency stays a line of the notes. */
  readonly isPriceKept: boolean;
}

/**
 * Reads an agreed link. Only what the row itself says is agreed: a paid link whose row is silent about rel has no agreed rel (D7-D15 give what
 * is expected, and nobody broke an expectation). A price that was paid is money given.
 */
export function readPlacement(
  row: RowCells,
  mapping: RecordMapping,
  { defaults, isPaid, isPriceKept }: PlacementRules,
): PlacementRecord {
  const isOther = row.raw('compensation').toLowerCase() === 'other';
  const otherwise = isPaid ? 'money' : defaults.compensation;
  return {
    sourceUrl: row.address('source_url') ?? '',
    targetUrl: row.address('target_url') ?? '',
    brand: orNull(row.text('brand')),
    type: row.word('type', readType) ?? defaults.type,
    compensation: isOther ? otherwise : (row.word('compensation', readCompensation) ?? otherwise),
    label: row.word<PlacementLabel>('label', readLabel) ?? null,
    rel: row.word('rel', readRel) ?? null,
    anchor: orNull(row.text('anchor')),
    match: row.word('match', readMatch) ?? null,
    dueOn: row.day('due_on') ?? null,
    agreedOn: row.day('agreed_on') ?? null,
    agreedWith: orNull(row.text('agreed_with')),
    owner: orNull(row.text('owner').toLowerCase()),
    notes: [row.text('notes'), isPriceKept ? '' : aside(row, 'price'), ...remarks(row, mapping)]
      .filter((line) => line !== '')
      .join('\n'),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function readLabel(text: string): PlacementLabel | null {
  return text.toLowerCase().replaceAll(/[\s-]/g, '_') === 'own_network' ? 'own_network' : null;
}
