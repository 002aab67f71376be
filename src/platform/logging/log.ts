import { Injectable, type LoggerService } from '@nestjs/common';
import pino from 'pino';
import { Config } from '../config/config.js';
import { errorForLog, withoutPasswords } from './secrets.js';

/** Keys whose values never reach the log, at the top and one level down. */
const SECRET_KEYS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'databaseUrl',
  'smtpUrl',
  'connectionString',
];

type Fields = Readonly<Record<string, unknown>>;

/** The program's log: one JSON line a message, on stderr, so that stdout belongs to the commands. */
@Injectable()
export class Log implements LoggerService {
  private readonly lines: pino.Logger;

  constructor(config: Config) {
    this.lines = pino(
      {
        level: config.logLevel,
        base: null,
        redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
        timestamp: pino.stdTimeFunctions.isoTime,
        serializers: { err: errorForLog },
      },
      pino.destination({ fd: 2, sync: true }),
    );
  }

  debug(fields: Fields | string, message?: string): void {
    this.write('debug', fields, message);
  }

  /** Nest's own start-up lines; details for somebody who looks for them. */
  log(message: string): void {
    this.lines.debug(message);
  }

  info(fields: Fields, message: string): void {
    this.write('info', fields, message);
  }

  warn(fields: Fields | string, message?: string): void {
    this.write('warn', fields, message);
  }

  error(fields: Fields | string, message?: string): void {
    this.write('error', fields, message);
  }

  fatal(fields: Fields | string, message?: string): void {
    this.write('fatal', fields, message);
  }

  /** Nest passes text with a context or a stack; our own code passes fields with a message. */
  private write(
    level: 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    fields: Fields | string,
    message?: string,
  ): void {
    if (typeof fields === 'string') this.lines[level]({ context: message }, withoutPasswords(fields));
    else this.lines[level](fields, message === undefined ? undefined : withoutPasswords(message));
  }
}
