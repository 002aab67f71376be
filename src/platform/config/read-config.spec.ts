import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fromRoot } from '../paths.js';
import { ConfigError, readConfig } from './read-config.js';
import { SETTINGS } from './settings.js';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [String(error)];
  }
}

describe('readConfig', () => {
  it('needs nothing: the defaults start a program for this machine alone', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: '',
      port: 3000,
      host: '127.0.0.1',
      isLoopback: true,
      dataDir: fromRoot('.linkledger'),
      fetchAllow: [],
      hostGapMs: 5000,
    });
  });

  it('reads what is given', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      LINKLEDGER_DATA_DIR: '/srv/linkledger',
      LINKLEDGER_FETCH_ALLOW: '10.0.0.0/8, fd00::/8',
      LINKLEDGER_TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 8080,
      isLoopback: false,
      dataDir: join('/srv', 'linkledger'),
      fetchAllow: ['10.0.0.0/8', 'fd00::/8'],
      trustProxy: '1',
    });
  });

  it('takes an empty value for one that is not given', () => {
    expect(readConfig({ PORT: '', LINKLEDGER_HOST_GAP_MS: '  ' })).toMatchObject({
      port: 3000,
      hostGapMs: 5000,
    });
  });

  it('tells all faults at once', () => {
    const faults = faultsOf({
      PORT: '70000',
      LINKLEDGER_LOG_LEVEL: 'loud',
      LINKLEDGER_FETCH_ALLOW: '10.0.0.1',
    });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'LINKLEDGER_FETCH_ALLOW',
      'LINKLEDGER_LOG_LEVEL',
      'PORT',
    ]);
  });

  it('refuses a name it does not know, which is a slip of the pen', () => {
    expect(faultsOf({ LINKLEDGER_SMPT_URL: 'smtp://mail.example' })).toEqual([
      'LINKLEDGER_SMPT_URL is not a setting of this program.',
    ]);
  });

  it('refuses settings that make no sense together', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://owner@db.example/x' })).toEqual([
      'DATABASE_OWNER_URL is of no use without DATABASE_URL.',
    ]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://app:hunter2@db.example/x'],
    ['DATABASE_OWNER_URL', 'hunter2'],
    ['LINKLEDGER_SMTP_URL', 'http://app:hunter2@mail.example'],
    ['LINKLEDGER_SETUP_TOKEN', 'hunter2'],
  ])('does not print the secret of a wrong %s', (name, value) => {
    const faults = faultsOf({ [name]: value }).join();
    expect(faults).toContain(name);
    expect(faults).not.toContain('hunter2');
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['HOST', 'a b'],
    ['LINKLEDGER_PUBLIC_URL', 'ledger.example'],
    ['LINKLEDGER_TRUST_PROXY', 'yes'],
    ['LINKLEDGER_DATABASE_POOL', '1'],
    ['LINKLEDGER_WORKER_CONCURRENCY', '0'],
    ['LINKLEDGER_CANARY_URLS', 'https://one.example/,two.example'],
    ['LINKLEDGER_MAIL_FROM', 'nobody'],
    ['LINKLEDGER_KEEP_CHECKS_MONTHS', '1'],
  ])('refuses %s=%s', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  it.each(['127.0.0.1', '127.9.9.9', 'localhost', '::1', '[::1]'])(
    'knows %s as this machine alone',
    (host) => {
      expect(readConfig({ HOST: host.replace(/[[\]]/g, '') }).isLoopback).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '10.0.0.1', 'ledger.example', '127.evil.example'])(
    'knows %s as reachable',
    (host) => {
      expect(readConfig({ HOST: host }).isLoopback).toBe(false);
    },
  );
});

describe('.env.example', () => {
  const text = readFileSync(fromRoot('.env.example'), 'utf8');

  it('names every setting with its default, and no other', () => {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual(SETTINGS.map((setting) => `${setting.name}=${setting.fallback}`));
  });

  it('says what each means', () => {
    const words = text.replace(/\n# /g, ' ');
    for (const setting of SETTINGS) expect(words).toContain(setting.meaning);
  });
});
