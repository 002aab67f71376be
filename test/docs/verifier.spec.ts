import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PLACEMENT_STATES } from '../../src/core/placements/placement.js';
import { MATCH_STEPS } from '../../src/core/placements/terms.js';
import { FINDING_CODES, VERDICTS } from '../../src/core/verifier/verdict.js';

const GUIDE = readFileSync(join(process.cwd(), 'docs/verifier.md'), 'utf8');

/** The first cells of the table under a heading, and how many cells its rows have. */
function tableUnder(heading: string): { words: string[]; widths: number[] } {
  const section = GUIDE.split(`\n## ${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return {
    words: rows.map((row) => /`([^`]+)`/.exec(row)?.[1] ?? ''),
    widths: rows.map((row) => row.split('|').filter((cell) => cell.trim() !== '').length),
  };
}

describe('docs/verifier.md', () => {
  it.each<[string, string, readonly string[], number]>([
    ['every verdict', 'Verdicts of a check', VERDICTS, 3],
    ['every state', 'States of a placement', PLACEMENT_STATES, 3],
    ['every finding', 'Findings', FINDING_CODES, 4],
    ['every step', 'The steps of the target', MATCH_STEPS, 2],
  ])('explains %s, in order, and nothing else', (_, heading, words, width) => {
    const table = tableUnder(heading);
    expect(table.words).toEqual([...words]);
    expect(new Set(table.widths)).toEqual(new Set([width]));
  });
});
