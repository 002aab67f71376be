/** What parts whole from fraction in a file's numbers. */
export type DecimalMark = 'point' | 'comma' | 'unknown';

export type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'unreadable' | 'ambiguous' };

const UNREADABLE = { ok: false, why: 'unreadable' } as const;
const LONGEST = 40;
const NUMBER = /^([+-]?)(\d[\d.,\s'’]*)([kmb]?)%?$/i;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** How the two marks stand in a number: which is the decimal one, or that it could be either. */
type Marks =
  | { readonly kind: 'plain' }
  | { readonly kind: 'decimal'; readonly mark: '.' | ',' }
  | { readonly kind: 'thousands' }
  | { readonly kind: 'either'; readonly mark: '.' | ',' }
  | { readonly kind: 'wrong' };

/** The digits of a cell with their marks, and what they are multiplied by; null when the cell is no number. */
function partsOf(text: string): { readonly digits: string; readonly scale: number } | null {
  const parts = text.length > LONGEST ? null : NUMBER.exec(text.trim());
  if (parts === null) return null;
  const [, sign = '', digits = '', unit = ''] = parts;
  const scale = (SCALES[unit.toLowerCase()] ?? 1) * (sign === '-' ? -1 : 1);
  return { digits: digits.replace(/[\s'’]+/g, ''), scale };
}

/**
 * Reads a number as people of any country write it: `1,240`, `1.240`, `1 240`, `1'240`, `33,5`, `1.2K`, `45%`. One mark before three digits could
 * be either: a count is then in thousands, other numbers follow the file's decimal mark, and without one they are refused.
 */
export function readNumber(
  text: string,
  { decimal, isCount }: { readonly decimal: DecimalMark; readonly isCount: boolean },
): NumberReading {
  const parts = partsOf(text);
  if (parts === null) return UNREADABLE;
  const marks = marksOf(parts.digits);
  if (marks.kind === 'wrong') return UNREADABLE;
  const mark = decimalMark(marks, isCount ? 'thousands' : decimal);
  if (mark === null) return { ok: false, why: 'ambiguous' };
  const plain = mark === '' ? parts.digits.replace(/[.,]/g, '') : withPoint(parts.digits, mark);
  // Adding nothing makes a zero of minus zero.
  return { ok: true, value: Number(plain) * parts.scale + 0 };
}

/** Says which decimal mark a cell proves; null when it proves none. */
export function provenDecimal(text: string): 'point' | 'comma' | null {
  const digits = partsOf(text)?.digits ?? '';
  const marks = marksOf(digits);
  if (marks.kind === 'decimal') return marks.mark === '.' ? 'point' : 'comma';
  if (marks.kind !== 'thousands') return null;
  return digits.includes(',') ? 'point' : 'comma';
}

/** The decimal mark: '' for a whole number, null when it cannot be told. */
function decimalMark(
  marks: Exclude<Marks, { kind: 'wrong' }>,
  rule: DecimalMark | 'thousands',
): '.' | ',' | '' | null {
  if (marks.kind === 'plain' || marks.kind === 'thousands') return '';
  if (marks.kind === 'decimal') return marks.mark;
  if (rule === 'thousands') return '';
  if (rule === 'unknown') return null;
  return (rule === 'point') === (marks.mark === '.') ? marks.mark : '';
}

function marksOf(digits: string): Marks {
  if (!digits.includes('.') && !digits.includes(',')) return { kind: 'plain' };
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) return bothMarks(digits, { points, commas });
  return oneMark(digits, points > 0 ? '.' : ',');
}

function oneMark(digits: string, mark: '.' | ','): Marks {
  const groups = digits.split(mark);
  if (groups.length > 2) return areThousands(groups) ? { kind: 'thousands' } : { kind: 'wrong' };
  const [whole = '', fraction = ''] = groups;
  const isFraction = fraction.length !== 3 || whole.length > 3 || whole.startsWith('0');
  return { kind: isFraction ? 'decimal' : 'either', mark };
}

/** Of two marks the last one is the decimal one, and stands once. */
function bothMarks(digits: string, { points, commas }: { points: number; commas: number }): Marks {
  const mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if ((mark === '.' ? points : commas) > 1) return { kind: 'wrong' };
  const [whole = ''] = digits.split(mark);
  return areThousands(whole.split(mark === '.' ? ',' : '.')) ? { kind: 'decimal', mark } : { kind: 'wrong' };
}

function areThousands([first = '', ...others]: readonly string[]): boolean {
  return first.length >= 1 && first.length <= 3 && others.every((group) => group.length === 3);
}

function withPoint(digits: string, mark: '.' | ','): string {
  const [whole = '', fraction = ''] = digits.split(mark);
  return `${whole.replace(/[.,]/g, '')}.${fraction}`;
}
