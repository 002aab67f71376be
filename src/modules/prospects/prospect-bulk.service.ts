import { Injectable } from '@nestjs/common';

@Injectable()
export class ProspectBulkService {
  start(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
