import { Injectable } from '@nestjs/common';

@Injectable()
export class CustomFieldsService {
  list(..._: unknown[]): Promise<never> {
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
}
