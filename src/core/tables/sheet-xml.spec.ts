import { describe, expect, it } from '@jest/globals';
import { columnName, dateSerial, type SheetCell, sheetCell, sheetRow } from './sheet-xml.js';

const inline = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

describe('sheetCell', () => {
  it.each<[string, SheetCell, string]>([
    ['nothing', { kind: 'empty' }, '<c/>'],
    ['no text is nothing', { kind: 'text', text: '' }, '<c/>'],
    ['a number', { kind: 'number', number: -12.5 }, '<c><v>-12.5</v></c>'],
    ['yes', { kind: 'boolean', yes: true }, '<c t="b"><v>1</v></c>'],
    ['a moment', { kind: 'moment', serial: 45_000.5 }, '<c s="1"><v>45000.5</v></c>'],
    ['a formula is an inline string', { kind: 'text', text: '=1+1' }, inline('=1+1')],
    ['marks of XML', { kind: 'text', text: '<a> & "b"' }, inline('&lt;a&gt; &amp; "b"')],
    ['a line end stays', { kind: 'text', text: 'a\r\nb' }, inline('a&#13;\nb')],
    ['control characters go', { kind: 'text', text: 'a\u0000\u001Fb' }, inline('ab')],
    ['half a character goes', { kind: 'text', text: 'a\uD83Db' }, inline('ab')],
    ['a whole one stays', { kind: 'text', text: '\u{1F600}' }, inline('\u{1F600}')],
  ])('%s', (_, cell, xml) => {
    expect(sheetCell(cell)).toBe(xml);
  });
});

describe('sheetRow', () => {
  it('names every cell', () => {
    expect(sheetRow(7, ['<c/>', '<c t="b"><v>1</v></c>'])).toBe(
      '<row r="7"><c r="A7"/><c r="B7" t="b"><v>1</v></c></row>',
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %d is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});

describe('dateSerial', () => {
  it.each<[string, number, number | null]>([
    ['the first of 1970', 0, 25_569],
    ['noon is half a day', Date.UTC(2026, 10, 20, 12), 46_346.5],
    ['before March 1900 there is none', Date.UTC(1900, 1, 28), null],
    ['after 9999 there is none', Date.UTC(10_000, 0, 1), null],
  ])('%s', (_, at, serial) => {
    expect(dateSerial(at)).toBe(serial);
  });
});
