import { IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, Min, NotEquals } from 'class-validator';
import { isLoopbackHost } from './hosts.js';
import { IsAddressOf, IsCidr, IsNameServer, IsProxyTrust } from './rules.js';

/** Levels of detail in the log, coarse to fine. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of this process, read once and checked as a whole by `readConfig`. Empty text means "not given". */
export class Config {
  @IsAddressOf(['postgres:', 'postgresql:'])
  readonly databaseUrl: string = '';

  @IsAddressOf(['postgres:', 'postgresql:'])
  readonly databaseOwnerUrl: string = '';

  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number = 3000;

  @IsNotEmpty()
  @Matches(/^[\w.:%-]+$/, { message: 'host must be an address or a host name' })
  readonly host: string = '127.0.0.1';

  /** Absolute path. */
  @IsNotEmpty()
  readonly dataDir: string = '';

  @IsAddressOf(['http:', 'https:'])
  readonly publicUrl: string = '';

  @Matches(/^(|.{16,})$/, { message: 'setupToken must have at least 16 characters' })
  readonly setupToken: string = '';

  @IsProxyTrust()
  readonly trustProxy: string = '';

  @IsIn(LOG_LEVELS)
  readonly logLevel: LogLevel = 'warn';

  @IsInt()
  @Min(2)
  @Max(200)
  readonly databasePool: number = 10;

  @IsInt()
  @Min(1)
  @Max(100)
  readonly workerConcurrency: number = 4;

  @IsInt()
  @Min(1)
  @Max(1000)
  readonly checkHosts: number = 50;

  @IsCidr()
  readonly fetchAllow: readonly string[] = [];

  @IsNotEmpty()
  @IsAddressOf(['http:', 'https:'])
  readonly botUrl: string = '';

  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly hostGapMs: number = 5000;

  @IsAddressOf(['http:', 'https:'])
  readonly canaryUrls: readonly string[] = [];

  @IsString()
  @Matches(/^[^\r\n\0]*$/, { message: 'authorityRanks must be a path or an address' })
  readonly authorityRanks: string = '';

  @IsString()
  @Matches(/^[^\r\n\0]*$/, { message: 'trancoList must be a path or an address' })
  readonly trancoList: string = '';

  @IsAddressOf(['smtp:', 'smtps:'])
  readonly smtpUrl: string = '';

  @IsString()
  @Matches(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, {
    message: 'mailFrom must be an address, with or without a name',
  })
  readonly mailFrom: string = '';

  @IsNameServer()
  readonly dnsServers: readonly string[] = [];

  @IsInt()
  @Min(1)
  @Max(50)
  readonly sendingConnections: number = 4;

  @IsInt()
  @Min(0)
  @NotEquals(1, { message: 'keepChecksMonths must be 0, or at least 2' })
  @Max(1200)
  readonly keepChecksMonths: number = 24;

  @IsInt()
  @Min(0)
  @NotEquals(1, { message: 'keepEventsMonths must be 0, or at least 2' })
  @Max(1200)
  readonly keepEventsMonths: number = 0;

  @IsInt()
  @Min(1)
  @Max(1_048_576)
  readonly uploadMaxMb: number = 1024;

  /** Whether only this machine can reach the server. */
  get isLoopback(): boolean {
    return isLoopbackHost(this.host);
  }
}
