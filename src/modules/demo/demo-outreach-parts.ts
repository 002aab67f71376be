import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { EnrollmentStart } from '../sequences/enrollment-start.service.js';
import { SequencesService } from '../sequences/sequences.service.js';
import { TemplatesService } from '../templates/templates.service.js';
import type { DemoPast } from './demo-history.js';
import { DEMO_STEPS } from './outreach-stories.js';

/** The sequence of the demo with its templates, and who is enrolled in it. */
@Injectable()
export class DemoOutreachParts {
  constructor(
    private readonly templates: TemplatesService,
    private readonly sequences: SequencesService,
    private readonly starting: EnrollmentStart,
  ) {}

  /** Makes the sequence; answers its id. */
  async sequence({ scope }: DemoPast): Promise<string> {
    const steps = [];
    for (const [index, { purpose, waitWorkingDays, subject, body }] of DEMO_STEPS.entries()) {
      const named = { name: `Small houses, mail ${index + 1}`, kind: 'guest_blogging', purpose } as const;
      const words = { locale: 'en' as const, subjects: [subject], body };
      const { id } = await this.templates.add(scope, { ...named, ...words }, 'en');
      steps.push({ kind: 'mail' as const, waitWorkingDays, templateId: id, inThread: index > 0 });
    }
    const wish = { name: 'Small houses, three mails', kind: 'guest_blogging', steps };
    return (await this.sequences.add(scope, wish, 'en')).id;
  }

  /** Enrols a pitch; null where something stands against it. */
  async enroll(who: Principal, wish: Parameters<EnrollmentStart['start']>[1]): Promise<string | null> {
    try {
      return (await this.starting.start(who, wish)).enrollmentId;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return null;
    }
  }
}
