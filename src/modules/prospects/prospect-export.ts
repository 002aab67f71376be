import { Injectable } from '@nestjs/common';

@Injectable()
export class ProspectExport {
  table(..._: unknown[]): Promise<never> {
    throw new Error('not ready');
  }
}
