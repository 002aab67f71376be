import { Injectable } from '@nestjs/common';

@Injectable()
export class ExclusionsService {
  list(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  add(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  remove(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
