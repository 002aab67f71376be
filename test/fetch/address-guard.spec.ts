import { describe, expect, it } from '@jest/globals';
import { AddressGuard, type GuardSettings, isPublicAddress } from '../../src/platform/fetch/address-guard.js';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import { FORBIDDEN_HOSTS, NO_URLS, PUBLIC_ADDRESSES } from './forbidden-addresses.js';

const PUBLIC = '93.184.216.34';

function guard(settings: Partial<GuardSettings> = {}): AddressGuard {
  return new AddressGuard({ resolve: systemResolver(), allow: [], ...settings });
}

/** A resolver that gives the next scripted answer at each call. */
function scripted(...answers: readonly (readonly string[])[]): GuardSettings['resolve'] {
  let call = 0;
  return async () => answers[Math.min(call++, answers.length - 1)] ?? [];
}

async function outcome(url: string, settings: Partial<GuardSettings> = {}): Promise<string> {
  const parsed = new URL(url);
  const refused = guard(settings).refuseUrl(parsed);
  if (refused !== null) return `address_refused ${refused}`;
  const answer = await guard(settings).destination(parsed.hostname, Number(parsed.port || 80));
  return answer.ok
    ? `connects to ${answer.destination.addresses.join(' ')} at ${answer.destination.port}`
    : answer.code;
}

describe('the address guard', () => {
  it.each(FORBIDDEN_HOSTS)('refuses %s', async (host) => {
    expect(await outcome(`http://${host}/`)).toMatch(/^address_refused/);
  });

  it.each(NO_URLS)('never sees %j, which is no URL', (text) => {
    expect(URL.canParse(text)).toBe(false);
  });

  it.each(PUBLIC_ADDRESSES)('takes %s for public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['', 'example.com', 'fe80::1%eth0', '1.2.3', '::ffff:10.0.0.1'])(
    'takes %j for not public',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );

  it.each<[string, readonly string[], string]>([
    ['one public answer', [PUBLIC], `connects to ${PUBLIC} at 80`],
    ['a private answer', ['10.0.0.1'], 'address_refused'],
    [
      '500 public answers and one private',
      [...Array<string>(500).fill(PUBLIC), '192.168.1.1'],
      'address_refused',
    ],
    ['a public A and a private AAAA', [PUBLIC, 'fd00::1'], 'address_refused'],
    ['an answer that is no address', [PUBLIC, 'printer'], 'address_refused'],
    ['a mapped private address', ['::ffff:169.254.169.254'], 'address_refused'],
    ['no answer', [], 'dns'],
  ])('a name with %s', async (_, addresses, expected) => {
    expect(await outcome('http://name.test/', { resolve: scripted(addresses) })).toBe(expected);
  });

  it('refuses a name that cannot be resolved', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await outcome('http://name.test/', { resolve })).toBe('dns');
  });

  it.each([
    ['http://93.184.216.34:22/', 'address_refused port'],
    ['http://93.184.216.34:6379/', 'address_refused port'],
    ['http://93.184.216.34:0/', 'address_refused port'],
    ['http://93.184.216.34:8080/', 'connects to 93.184.216.34 at 8080'],
    ['http://93.184.216.34:8443/', 'connects to 93.184.216.34 at 8443'],
    ['http://name:word@93.184.216.34/', 'address_refused userinfo'],
    ['ftp://93.184.216.34/', 'address_refused scheme'],
  ])('%s: %s', async (url, expected) => {
    expect(await outcome(url)).toBe(expected);
  });

  it.each([
    ['any port of an opened range', 'http://127.0.0.1:6379/', 'connects to 127.0.0.1 at 6379'],
    ['localhost, at the address that was opened', 'http://localhost:81/', 'connects to 127.0.0.1 at 81'],
    ['its sub-domains', 'http://blog.localhost/', 'connects to 127.0.0.1 at 80'],
    ['no other private range', 'http://10.0.0.1/', 'address_refused not_public'],
    ['no other port of public addresses', 'http://93.184.216.34:22/', 'address_refused port'],
    ['no user names', 'http://a@127.0.0.1/', 'address_refused userinfo'],
    ['no other scheme', 'gopher://127.0.0.1/', 'address_refused scheme'],
  ])('an opened range opens %s', async (_, url, expected) => {
    expect(await outcome(url, { allow: ['127.0.0.0/8'] })).toBe(expected);
  });

  it('wants every answer in the opened range before it opens other ports', async () => {
    const settings = { allow: ['127.0.0.0/8'], resolve: scripted(['127.0.0.1', PUBLIC]) };
    expect(await guard(settings).destination('mixed.test', 6379)).toMatchObject({
      ok: false,
      detail: 'port',
    });
  });

  it.each(['127.0.0.1/33', 'intranet', '10.0.0.0/8x'])('does not start with the range %j', (range) => {
    expect(() => guard({ allow: [range] })).toThrow(RangeError);
  });

  it('maps demo names to the demo server alone, and only them', async () => {
    const demo = () => ({ suffix: '.demo.test', address: '127.0.0.1', port: 4321 });
    expect(await outcome('http://blog.demo.test/', { demo })).toBe('connects to 127.0.0.1 at 4321');
    expect(await outcome('http://127.0.0.1:4321/', { demo })).toBe('address_refused not_public');
    expect(await outcome('http://demo.test.evil.test/', { demo, resolve: scripted(['127.0.0.1']) })).toBe(
      'address_refused',
    );
  });

  it('refuses our own port on our own public address', async () => {
    const own = { addresses: () => [PUBLIC], port: 80 };
    expect(await outcome(`http://${PUBLIC}/`, { own })).toBe('address_refused own_port');
    expect(await outcome(`http://${PUBLIC}:8080/`, { own })).toBe(`connects to ${PUBLIC} at 8080`);
  });
});
