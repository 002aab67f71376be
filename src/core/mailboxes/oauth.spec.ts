import { describe, expect, it } from '@jest/globals';
import { authorizeAddress, endpointsOf, isFinalRefusal, type OauthApp, readTokens } from './oauth.js';

const app = (more: Partial<OauthApp>): OauthApp => ({
  provider: 'google',
  clientId: 'client-1',
  tenant: 'common',
  authorizeUrl: null,
  tokenUrl: null,
  scope: '',
  ...more,
});

describe('endpointsOf', () => {
  it.each<[string, Partial<OauthApp>, string | undefined]>([
    ['Google', {}, 'https://oauth2.googleapis.com/token'],
    [
      'Microsoft with a directory',
      { provider: 'microsoft', tenant: 'agency.example/..' },
      'https://login.microsoftonline.com/agency.example%2F../oauth2/v2.0/token',
    ],
    ['an own provider without addresses', { provider: 'custom' }, undefined],
    [
      'an own provider',
      { provider: 'custom', authorizeUrl: 'https://a.example/', tokenUrl: 'https://t.example/' },
      'https://t.example/',
    ],
  ])('%s', (_, more, tokenUrl) => expect(endpointsOf(app(more))?.tokenUrl).toBe(tokenUrl));
});

describe('authorizeAddress', () => {
  it('asks for a code with state and challenge, and for a refresh token', () => {
    const endpoints = endpointsOf(app({}));
    const request = {
      clientId: 'client-1',
      redirectUri: 'https://ledger.example/back',
      state: 'state-1',
      challenge: 'challenge-1',
      loginHint: 'anna@agency.example',
    };
    const url = new URL((endpoints && authorizeAddress(endpoints, request)) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'https://ledger.example/back',
      scope: 'https://mail.google.com/ openid email',
      state: 'state-1',
      code_challenge: 'challenge-1',
      code_challenge_method: 'S256',
      login_hint: 'anna@agency.example',
      access_type: 'offline',
      prompt: 'consent',
    });
  });
});

describe('readTokens', () => {
  const idToken = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

  it.each<[string, unknown, string]>([
    ['a whole answer', { access_token: 'a', refresh_token: 'r', expires_in: 3599 }, 'a r 3599 null'],
    ['one without an age', { access_token: 'a' }, 'a null 3600 null'],
    ['one with an age that is none', { access_token: 'a', expires_in: 'soon' }, 'a null 3600 null'],
    [
      'the address of the account',
      { access_token: 'a', id_token: idToken({ email: 'anna@agency.example' }) },
      'a null 3600 anna@agency.example',
    ],
    ['an identity that is none', { access_token: 'a', id_token: 'x.y.z' }, 'a null 3600 null'],
    ['a token with a line break', { access_token: 'a\r\nAUTH' }, 'null'],
    ['no answer', null, 'null'],
    ['a list', [], 'null'],
  ])('%s', (_, json, expected) => {
    const read = readTokens(json);
    const { accessToken, refreshToken, expiresInS, email } = read ?? {};
    expect(read === null ? 'null' : `${accessToken} ${refreshToken} ${expiresInS} ${email}`).toBe(expected);
  });
});

describe('isFinalRefusal', () => {
  it.each<[number, unknown, boolean]>([
    [400, 'invalid_grant', true],
    [401, 'invalid_client', true],
    [400, 'temporarily_unavailable', false],
    [400, undefined, false],
    [429, 'invalid_grant', false],
    [500, 'invalid_grant', false],
  ])('%s %s: %s', (status, error, expected) => expect(isFinalRefusal(status, error)).toBe(expected));
});
