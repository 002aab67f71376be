import { Injectable } from '@nestjs/common';
import type { MailPurpose } from '../../core/campaigns/kind.js';
import { checkMail, checkSnippet, type KnownNames } from '../../core/templates/check-template.js';
import type { FormOfAddress } from '../../core/templates/form-of-address.js';
import { lintMail } from '../../core/templates/lint-mail.js';
import type { MailSource, PartProblem } from '../../core/templates/render-mail.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import { exampleValues, isFlag, type TemplateVariable, variablesOf } from '../../core/templates/variables.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { AppError } from '../../platform/errors/app-error.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { templateSentence } from '../../platform/i18n/template-texts.js';
import { SnippetsRepository } from './snippets.repository.js';
import type { TemplateFinding, TemplateFindings } from './template-views.dto.js';

/** What a mail is for, as checking it needs to know. */
export interface CheckedAs {
  readonly kind: string | null;
  readonly purpose: MailPurpose;
  readonly locale: TemplateLocale;
  readonly formOfAddress: FormOfAddress;
}

/** What checking found: findings in words, and the names the mail uses, snippets as `snippet:<key>`. */
export interface Checked {
  readonly findings: TemplateFindings;
  readonly names: readonly string[];
}

/** Checks templates and snippets against the kinds and snippets there are, in the open transaction. */
@Injectable()
export class TemplateChecking {
  constructor(
    private readonly kinds: Kinds,
    private readonly snippets: SnippetsRepository,
  ) {}

  /** The variables of a kind, or those of every kind alike. Throws `template.kind_unknown`. */
  variablesOf(kind: string | null): readonly TemplateVariable[] {
    if (kind === null) return variablesOf([]);
    const known = this.kinds.one(kind);
    if (known === null) throw new AppError('template.kind_unknown', { kind });
    return variablesOf(known.fields);
  }

  /** What is wrong and what is doubtful about a mail, in the reader's language. */
  async check(mail: MailSource, as: CheckedAs, reader: Locale): Promise<Checked> {
    const snippets = await this.snippets.bodies(as.locale);
    const checked = checkMail(mail, this.known(as.kind, snippets));
    const warnings = checked.problems.length > 0 ? [] : this.warnings(mail, as, snippets, checked.variables);
    return {
      findings: { problems: inWords(checked.problems, reader), warnings: inWords(warnings, reader) },
      names: [...checked.variables, ...checked.snippets.map((key) => `snippet:${key}`)],
    };
  }

  /** Throws `request.invalid` with line and column of every reason why a mail cannot work; answers the names it uses. */
  async refuseUnusable(mail: MailSource, as: CheckedAs, reader: Locale): Promise<readonly string[]> {
    const { findings, names } = await this.check(mail, as, reader);
    refuse(findings.problems);
    return names;
  }

  /** Throws `request.invalid` like `refuseUnusable`, for a snippet. */
  refuseUnusableSnippet(body: string, reader: Locale): void {
    refuse(inWords(checkSnippet(body, this.known(null, new Map())), reader));
  }

  private known(kind: string | null, snippets: ReadonlyMap<string, string>): KnownNames {
    const catalogue = this.variablesOf(kind);
    const own = catalogue.map((variable) => variable.path);
    const flags = catalogue.filter(isFlag).map((variable) => variable.path);
    const all = this.kinds.all().flatMap((one) => variablesOf(one.fields).map((variable) => variable.path));
    return {
      variables: new Set(own),
      elsewhere: new Set(all),
      flags: new Set(flags),
      snippets: new Set(snippets.keys()),
    };
  }

  private warnings(
    mail: MailSource,
    as: CheckedAs,
    snippets: ReadonlyMap<string, string>,
    variables: readonly string[],
  ): readonly PartProblem[] {
    const catalogue = this.variablesOf(as.kind);
    const examples = {
      formal: exampleValues(catalogue, as.locale, true),
      informal: exampleValues(catalogue, as.locale, false),
    };
    return lintMail(mail, { ...as, snippets, examples, variables });
  }
}

/** Findings as sentences in the reader's language. */
export function inWords(problems: readonly PartProblem[], reader: Locale): TemplateFinding[] {
  return problems.map(({ params, ...problem }) => ({
    ...problem,
    message: templateSentence(problem.code, params, reader),
  }));
}

function refuse(problems: readonly TemplateFinding[]): void {
  if (problems.length === 0) return;
  throw new RequestInvalid(
    problems.map(({ part, index, code, message, line, column }) => ({
      field: part === 'subject' ? `subjects.${index}` : part,
      code,
      message,
      params: { line, column },
    })),
  );
}
