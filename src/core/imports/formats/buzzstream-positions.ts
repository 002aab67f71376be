import type { RecordMapping } from '../record-field.js';

/** The columns of BuzzStream's template for link partners, which are known by their place (D218). */
export const BUZZSTREAM_POSITIONS: RecordMapping = {
  publisher: 0,
  source_url: 2,
  target_url: 3,
  compensation: 7,
  price: 9,
  'remark.1': 1,
  'remark.2': 4,
  'remark.3': 5,
  'remark.4': 6,
  'remark.5': 8,
};

const METHODS = /^(?:organic|exchange|self submit|purchase|other)$/i;

/** Whether rows without headers are that template: the eighth column says how each link was come by. */
export function isBuzzstreamByPosition(rows: readonly (readonly string[])[]): boolean {
  const methods = rows.map((cells) => cells[7]?.trim() ?? '').filter((cell) => cell !== '');
  return methods.length > 0 && methods.every((method) => METHODS.test(method));
}
