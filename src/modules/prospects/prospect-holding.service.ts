import { Injectable } from '@nestjs/common';

@Injectable()
export class ProspectHolding {
  answer(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  lock(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  release(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
