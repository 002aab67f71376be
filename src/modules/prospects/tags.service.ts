import { Injectable } from '@nestjs/common';

@Injectable()
export class TagsService {
  list(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  add(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  rename(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  remove(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
