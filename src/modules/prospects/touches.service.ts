import { Injectable } from '@nestjs/common';

@Injectable()
export class TouchesService {
  list(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  record(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  remove(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
