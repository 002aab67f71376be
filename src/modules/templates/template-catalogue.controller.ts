import { Controller, Get, Query } from '@nestjs/common';
import { formatValue } from '../../core/templates/formats.js';
import { isFlag } from '../../core/templates/variables.js';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { StarterMails } from '../../platform/mail/starter-mails.js';
import { TemplateChecking } from './template-checking.service.js';
import { TemplateStarterList, TemplateVariableList } from './template-views.dto.js';
import { StarterFilter, VariableFilter } from './templates.dto.js';

/** What comes with the program: starter templates, and the variables there are. */
@Controller()
export class TemplateCatalogueController {
  constructor(
    private readonly starters: StarterMails,
    private readonly checking: TemplateChecking,
  ) {}

  /** Starter templates by kind and purpose. */
  @Get('template-starters')
  @Rights('read')
  listTemplateStarters(@Query() { kind, locale }: StarterFilter): TemplateStarterList {
    const fits = this.starters
      .all()
      .filter(
        (starter) => (kind ?? starter.kind) === starter.kind && (locale ?? starter.locale) === starter.locale,
      );
    return { items: fits.map((starter) => ({ ...starter, subjects: [...starter.subjects] })) };
  }

  /** The variables of a kind with an example of each; without a kind those that every kind has. */
  @Get('template-variables')
  @Rights('read')
  listTemplateVariables(
    @Principal() who: Principal,
    @Query() { kind, locale = who.locale }: VariableFilter,
  ): TemplateVariableList {
    const variables = this.checking.variablesOf(kind ?? null);
    return {
      items: variables.map((variable) => ({
        path: variable.path,
        name: variable.words[who.locale],
        example: formatValue(variable.example[locale], { format: null, options: {} }, locale) ?? '',
        isFlag: isFlag(variable),
      })),
    };
  }
}
