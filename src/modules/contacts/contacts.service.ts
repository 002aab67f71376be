import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactsService {
  add(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  get(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  change(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  archive(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  restore(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  list(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
