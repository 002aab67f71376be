import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ContactPlaces {
  add(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  end(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
