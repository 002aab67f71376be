import { Injectable } from '@nestjs/common';
import { RedoneMails } from './redone-mails.js';
import { UndoneEffects } from './undone-effects.js';

/** Taking back what a mail brought about, and doing what it means instead. */
@Injectable()
export class CorrectionParts {
  constructor(
    readonly undone: UndoneEffects,
    readonly redone: RedoneMails,
  ) {}
}
