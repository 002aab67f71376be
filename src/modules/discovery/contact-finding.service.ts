import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactFinding {
  start(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
