import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class OutsideQuestions {
  measure(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  search(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  test(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
