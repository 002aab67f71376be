import { describe, expect, it } from '@jest/globals';
import { proposeSettings } from './mail-providers.js';

describe('proposeSettings', () => {
  it.each<[string, string, string[], string]>([
    ['a Gmail address', 'gmail.com', [], 'google known google smtp.gmail.com:465/tls'],
    [
      'a Workspace domain by its MX',
      'agency.example',
      ['ASPMX.L.google.com.'],
      'google by_mx google smtp.gmail.com:465/tls',
    ],
    [
      'a Microsoft 365 domain by its MX',
      'agency.example',
      ['agency-example.mail.protection.outlook.com'],
      'microsoft by_mx microsoft smtp.office365.com:587/starttls',
    ],
    [
      'a look-alike of an MX',
      'agency.example',
      ['notgoogle.com'],
      'null usual password smtp.agency.example:465/tls',
    ],
    ['a domain nobody knows', 'agency.example', [], 'null usual password smtp.agency.example:465/tls'],
  ])('%s', (_, domain, mx, expected) => {
    const { provider, source, signIn, smtp } = proposeSettings(domain, mx);
    expect(`${provider} ${source} ${signIn} ${smtp.host}:${smtp.port}/${smtp.security}`).toBe(expected);
  });
});
