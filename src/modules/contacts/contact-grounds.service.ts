import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactGrounds {
  record(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  withdraw(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  object(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
