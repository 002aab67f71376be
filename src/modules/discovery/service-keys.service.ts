import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ServiceKeys {
  states(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  list(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  get(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  set(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  remove(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
