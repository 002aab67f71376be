import type { Compensation, PlacementLabel, PlacementType } from '../placements/placement.js';
import { aside, remarks } from './read-people.js';
import { present } from './read-site.js';
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
}

/**
 * Reads an agreed link. Only what the row itself says is agreed: a paid link whose row is silent about rel has no agreed rel (D7-D15 give what
 * is expected, and nobody broke an expectation). A price that was paid is money given, and a
 * line of the notes.
 */
export function readPlacement(
  row: RowCells,
  mapping: RecordMapping,
  { defaults, isPaid }: PlacementRules,
): PlacementRecord {
  const words = {
    type: row.word('type', readType),
    label: row.word<PlacementLabel>('label', readLabel),
    rel: row.word('rel', readRel),
    match: row.word('match', readMatch),
    dueOn: row.day('due_on'),
    agreedOn: row.day('agreed_on'),
  };
  return {
    ...NOTHING_AGREED,
    type: defaults.type,
    ...present(words),
    sourceUrl: row.address('source_url') ?? '',
    targetUrl: row.address('target_url') ?? '',
    compensation: compensationOf(row, isPaid ? 'money' : defaults.compensation),
    brand: orNull(row.text('brand')),
    anchor: orNull(row.text('anchor')),
    agreedWith: orNull(row.text('agreed_with')),
    owner: orNull(row.text('owner').toLowerCase()),
    notes: notesOf([row.text('notes'), aside(row, 'price'), ...remarks(row, mapping)]),
  };
}

const NOTHING_AGREED = { label: null, rel: null, match: null, dueOn: null, agreedOn: null } as const;

/** BuzzStream's "Other" says that something was given and not what. */
function compensationOf(row: RowCells, otherwise: Compensation): Compensation {
  const isOther = row.raw('compensation').toLowerCase() === 'other';
  return isOther ? otherwise : (row.word('compensation', readCompensation) ?? otherwise);
}

function notesOf(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function readLabel(text: string): PlacementLabel | null {
  return text.toLowerCase().replaceAll(/[\s-]/g, '_') === 'own_network' ? 'own_network' : null;
}
