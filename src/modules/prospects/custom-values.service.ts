import { Injectable } from '@nestjs/common';

@Injectable()
export class CustomValuesService {
  of(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
  set(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
