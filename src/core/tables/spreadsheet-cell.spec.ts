import { describe, expect, it } from '@jest/globals';
import { spreadsheetCell } from './spreadsheet-cell.js';

describe('spreadsheetCell', () => {
  it.each<[string, Parameters<typeof spreadsheetCell>[0], string]>([
    ['plain text stays', 'our guide', 'our guide'],
    ['an address stays', 'https://example.com/?a=1', 'https://example.com/?a=1'],
    ['a day stays', '2026-11-20', '2026-11-20'],
    ['a formula is text', '=1+1', `'=1+1`],
    ['a plus is text', '+31 20 123', `'+31 20 123`],
    ['a minus in a text is text', '-2+3', `'-2+3`],
    ['an at sign is text', '@SUM(A1)', `'@SUM(A1)`],
    ['a pipe is text', '|calc', `'|calc`],
    ['a tab in front hides nothing', '\t=1', `'\t=1`],
    ['a line feed in front hides nothing', '\n=1', `'\n=1`],
    ['a carriage return in front hides nothing', '\r\n=1', `'\r\n=1`],
    ['a space in front hides nothing', ' =1', `' =1`],
    ['a no-break space hides nothing', '\u00A0=1', `'\u00A0=1`],
    ['an invisible character hides nothing', '\u200B\uFEFF=1', `'\u200B\uFEFF=1`],
    ['a full-width equals sign is text', '＝1', `'＝1`],
    ['a full-width plus is text', '＋1', `'＋1`],
    ['a full-width minus is text', '－1', `'－1`],
    ['a full-width at sign is text', '＠A1', `'＠A1`],
    ['a tab alone in front is text', '\tguide', `'\tguide`],
    ['NUL is dropped, and hides nothing', '\u0000=1', `'=1`],
    ['a formula inside is harmless', 'a=1', 'a=1'],
    ['a number stays a number', -12.5, '-12.5'],
    ['yes', true, 'true'],
    ['no', false, 'false'],
    ['a moment is ISO in UTC', new Date(Date.UTC(2026, 10, 20, 9)), '2026-11-20T09:00:00.000Z'],
    ['nothing is empty', null, ''],
    ['no text is empty', '', ''],
  ])('%s', (_, value, cell) => {
    expect(spreadsheetCell(value)).toBe(cell);
  });
});
