import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactErasure {
  erase(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
