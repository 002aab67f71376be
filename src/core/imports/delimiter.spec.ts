import { describe, expect, it } from '@jest/globals';
import { sniffDelimiter } from './delimiter.js';

describe('sniffDelimiter', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons, with commas inside numbers', 'a;b\n1,5;2,5\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
    ['delimiters and line ends inside quotes do not count', 'a;b\n"x;y\nz";2\n', ';'],
    ['a spreadsheet says it in its first line', 'sep=;\na,b;c\n', ';'],
    ['an empty line between does not count', 'a;b\n\n1;2\n', ';'],
    ['one column counts as commas', 'a\n1\n', ','],
    ['a header alone will do', 'a;b;c', ';'],
    ['nothing at all', '', ','],
  ])('%s', (_, text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
