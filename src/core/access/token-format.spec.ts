import { describe, expect, it } from '@jest/globals';
import { bearerOf, formatToken, parseToken, shownPrefix } from './token-format.js';

const WORKSPACE = '01a1f874-e7a1-70a4-9fa4-c512a3188c67';
const SECRET = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const API_TOKEN = `llk_01a1f874e7a170a49fa4c512a3188c67_${SECRET}`;

describe('a public token', () => {
  it('carries its workspace', () => {
    expect(formatToken('api', { workspaceId: WORKSPACE, secret: SECRET })).toBe(API_TOKEN);
    expect(parseToken('api', API_TOKEN)).toEqual({ workspaceId: WORKSPACE, secret: SECRET });
  });

  it.each<[string, string]>([
    ['one of another kind', API_TOKEN.replace('llk', 'lli')],
    ['a link to a report', API_TOKEN.replace('llk', 'llr')],
    ['a shorter secret', API_TOKEN.slice(0, -1)],
    ['a longer secret', `${API_TOKEN}A`],
    ['a workspace id in capitals', API_TOKEN.replace('01a1f874e', '01A1F874E')],
    ['a workspace id with dashes', `llk_${WORKSPACE}_${SECRET}`],
    ['a line end after it', `${API_TOKEN}\n`],
    ['nothing', ''],
  ])('is not read from %s', (_, text) => {
    expect(parseToken('api', text)).toBeNull();
  });

  it('shows only its start', () => {
    expect(shownPrefix('api', SECRET)).toBe('llk_…AbCd');
  });
});

describe('bearerOf', () => {
  it.each<[string | undefined, string | null]>([
    ['Bearer abc', 'abc'],
    ['bearer  abc', 'abc'],
    ['Basic abc', null],
    ['Bearer abc, Bearer def', null],
    ['Bearer ', null],
    [undefined, null],
  ])('of %j is %j', (header, expected) => {
    expect(bearerOf(header)).toBe(expected);
  });
});
