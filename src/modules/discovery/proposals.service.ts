import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';

@Injectable()
export class ProposalsService {
  list(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  accept(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
  dismiss(..._: unknown[]): Promise<never> {
    throw new AppError('server.failed');
  }
}
