import { Injectable } from '@nestjs/common';
import type { Kind, SequenceMail } from '../../core/campaigns/kind.js';
import type { SequenceStep } from '../../core/sequences/step.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { TemplatesService } from '../templates/templates.service.js';
import { SequencesRepository } from './sequences.repository.js';

/** For whom, and in which language, the usual steps are made. */
export interface DefaultsFor {
  readonly clientId: string | null;
  readonly locale: TemplateLocale;
  readonly reader: Locale;
}

/** The steps that are usual for a campaign kind, with templates the team has, or copies of the starters. */
@Injectable()
export class SequenceDefaults {
  constructor(
    private readonly sequences: SequencesRepository,
    private readonly templates: TemplatesService,
  ) {}

  async steps(scope: WorkspaceScope, kind: Kind, wanted: DefaultsFor): Promise<SequenceStep[]> {
    const steps: SequenceStep[] = [];
    for (const [index, mail] of kind.sequence.entries()) {
      const templateId = await this.template(scope, kind, mail, wanted);
      steps.push({
        stepNo: index + 1,
        kind: 'mail',
        waitWorkingDays: mail.afterWorkingDays,
        condition: 'always',
        templateId,
        inThread: index > 0 && mail.purpose !== 'thank_you',
        taskKind: null,
        taskTitle: '',
        taskHolds: false,
      });
    }
    return steps;
  }

  private async template(
    scope: WorkspaceScope,
    { key: kind }: Kind,
    { purpose }: SequenceMail,
    { clientId, locale, reader }: DefaultsFor,
  ): Promise<string> {
    const there = await this.sequences.templateFor({ kind, purpose, locale, clientId });
    if (there !== null) return there;
    return (await this.templates.add(scope, { starter: `${kind}/${purpose}.${locale}` }, reader)).id;
  }
}

/** The own field of a kind whose day ends the talk, or null: journalists answer nobody after their deadline (D277). */
export function deadlineField(kind: Kind): string | null {
  const isAsked = kind.sequence.every(({ purpose }) => purpose === 'answer' || purpose === 'thank_you');
  return isAsked ? (kind.fields.find(({ onCalendar }) => onCalendar === 'deadline')?.key ?? null) : null;
}
