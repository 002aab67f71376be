import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { parseUrl } from '../../core/sites/parse-url.js';
import { Config } from '../config/config.js';
import { addressOf } from '../config/hosts.js';

/** The address people reach this site at, for links: the configured one, else the one this request came to. */
@Injectable()
export class SiteAddress {
  constructor(private readonly config: Config) {}

  /** The address without a slash at its end. */
  of(request: Request): string {
    if (this.config.publicUrl !== '') return this.config.publicUrl.replace(/\/+$/, '');
    const asked = `${request.protocol}://${request.headers.host ?? ''}`;
    return parseUrl(asked)?.origin ?? addressOf(this.config.host, this.config.port);
  }
}
