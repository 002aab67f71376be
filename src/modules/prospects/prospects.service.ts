import { Injectable } from '@nestjs/common';

@Injectable()
export class ProspectsService {
  list(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  counts(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  add(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  change(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  archive(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  restore(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
