import { describe, expect, it } from '@jest/globals';
import { headerText } from '../../src/platform/fetch/header-text.js';

describe('the text of a header', () => {
  it.each<[string, Buffer, string]>([
    ['ASCII stays', Buffer.from('/guide'), '/guide'],
    ['UTF-8 is read as such', Buffer.from('/café'), '/café'],
    ['Latin-1 is read as such', Buffer.from('/café', 'latin1'), '/café'],
  ])('%s', (_, bytes, text) => {
    expect(headerText(bytes.toString('latin1'))).toBe(text);
  });
});
