import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fromRoot, ROOT } from '../paths.js';
import { Config } from './config.js';
import { SETTINGS, type Setting } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings are wrong; the message lists every fault, one a line, and no secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The settings are not right (see .env.example):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

/** Reads and checks all settings at once. Throws `ConfigError` with every fault; unknown LINKLEDGER_ names are faults, too. */
export function readConfig(environment: Environment): Config {
  const config = plainToInstance(
    Config,
    Object.fromEntries(SETTINGS.map((setting) => [setting.key, read(setting, environment)])),
  );
  const faults = [
    ...unknownNames(environment),
    ...wrongValues(config, environment),
    ...wrongTogether(config),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** The settings of this process: its environment, with `.env` of the checkout for what the environment leaves open. */
export function readProcessConfig(): Config {
  const file = fromRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}

function read(setting: Setting, environment: Environment): string | number | string[] {
  const given = environment[setting.name]?.trim();
  const text = given === undefined || given === '' ? setting.fallback : given;
  if (setting.name === 'LINKLEDGER_DATA_DIR') return resolve(ROOT, text);
  if (setting.reading === 'number') return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (setting.reading === 'list')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return text;
}

function unknownNames(environment: Environment): string[] {
  const known = new Set<string>(SETTINGS.map((setting) => setting.name));
  return Object.keys(environment)
    .filter((name) => name.startsWith('LINKLEDGER_') && !known.has(name))
    .map((name) => `${name} is not a setting of this program.`);
}

function wrongTogether(config: Config): string[] {
  if (config.databaseUrl !== '' || config.databaseOwnerUrl === '') return [];
  return ['DATABASE_OWNER_URL is of no use without DATABASE_URL.'];
}

function wrongValues(config: Config, environment: Environment): string[] {
  return validateSync(config, { forbidUnknownValues: true }).flatMap((fault) => {
    const setting = SETTINGS.find((known) => known.key === fault.property);
    if (setting === undefined) return [];
    const reasons = Object.values(fault.constraints ?? {}).map((reason) =>
      reason.replace(`${fault.property} `, ''),
    );
    const shown =
      'secret' in setting
        ? 'the given value is not shown'
        : `given: ${JSON.stringify(environment[setting.name] ?? '')}`;
    return [`${setting.name} ${reasons.join(', ')} (${shown}).`];
  });
}
