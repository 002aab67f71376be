import { describe, expect, it } from '@jest/globals';
import { pathOf, withoutScheme } from './row-words.js';

describe('words of a row', () => {
  it.each([
    ['https://blog.example/2026/post?x=1', '/2026/post?x=1'],
    ['https://blog.example', '/'],
    ['https://blog.example/caf%C3%A9', '/café'],
    ['https://blog.example/%E0%A4%A', '/%E0%A4%A'],
    ['no address', 'no address'],
  ])('the path of %s is %s', (address, path) => {
    expect(pathOf(address)).toBe(path);
  });

  it('a heading shows no scheme', () => {
    expect(withoutScheme('https://blog.example/x')).toBe('blog.example/x');
  });
});
