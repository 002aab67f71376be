import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactAddresses {
  add(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  change(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  remove(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
