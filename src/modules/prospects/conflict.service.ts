import { Injectable } from '@nestjs/common';

@Injectable()
export class ConflictService {
  of(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
