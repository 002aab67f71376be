import { Injectable } from '@nestjs/common';

@Injectable()
export class SuppressionsService {
  list(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  add(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  lift(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
