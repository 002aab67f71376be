import { Injectable } from '@nestjs/common';
import type { DemoMapping } from './address-guard.js';

/** Where this process finds the demo web, while it serves one: in demo mode alone, null otherwise. */
@Injectable()
export class DemoAddress {
  current: DemoMapping | null = null;
}
