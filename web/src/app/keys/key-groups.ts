import type { KeyAction } from './key-presses.js';

/** Keys that mean the same on every page. */
const ANYWHERE = ['?', '[', 'Ctrl K'];
/** Keys that go through the rows of a list: they are for the hand alone. */
const ROWS = ['j', 'k', 'x', 'Enter', 'Escape', '/'];

/** Whether keys mean the same on every page. */
export function isAnywhere({ keys }: Pick<KeyAction, 'keys'>): boolean {
  return keys.startsWith('g ') || ANYWHERE.includes(keys);
}

/** Whether keys do something of the page on screen that can be chosen by its name. */
export function isOfPage(act: Pick<KeyAction, 'keys'>): boolean {
  return !isAnywhere(act) && !ROWS.includes(act.keys);
}

/** The keys one by one as they stand on a keyboard: a capital is pressed with shift. */
export function keyNames(keys: string): string[] {
  return keys
    .split(' ')
    .flatMap((key) => (/^[A-Z]$/.test(key) && keys !== 'Ctrl K' ? ['Shift', key] : [key]));
}
