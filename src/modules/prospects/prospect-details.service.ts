import { Injectable } from '@nestjs/common';

@Injectable()
export class ProspectDetails {
  bySite(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  get(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
