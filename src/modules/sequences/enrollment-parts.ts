import { Injectable } from '@nestjs/common';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { EnrollmentWorld } from './enrollment-world.js';

/** What the job needs of enrolments besides making them. */
@Injectable()
export class EnrollmentParts {
  constructor(
    readonly previews: EnrollmentPreviews,
    readonly world: EnrollmentWorld,
  ) {}
}
