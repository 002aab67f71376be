import { Injectable } from '@nestjs/common';
import { DomainRecords } from '../../platform/mail/domain-records.js';
import { DomainChecking } from './domain-checking.service.js';

/** DNS as connecting needs it: the records themselves, and what they mean. */
@Injectable()
export class DomainMeans {
  constructor(
    readonly records: DomainRecords,
    readonly checking: DomainChecking,
  ) {}
}
