import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

export type TemplateRow = Views['TemplateRow'];
export type TemplateDetail = Views['TemplateDetail'];
export type TemplateFinding = Views['TemplateFinding'];
export type TemplateFindings = Views['TemplateFindings'];
export type TemplateVersion = Views['TemplateVersionView'];
export type TemplateVariable = Views['TemplateVariableView'];
export type TemplateStarter = Views['TemplateStarterView'];
export type Snippet = Views['SnippetView'];
export type MailPreview = Views['MailPreview'];
export type MailPurpose = Views['MailPurpose'];
export type TemplateLocale = Views['TemplateLocale'];
export type TemplateDraft = Views['TemplateDraft'];

export const PURPOSES = [
  'first',
  'follow_up_1',
  'follow_up_2',
  'answer',
  'thank_you',
  'order',
  'reclaim',
  'other',
] as const satisfies readonly MailPurpose[];

/** The words being written, before they are saved. */
export interface DraftWords {
  readonly subjects: readonly string[];
  readonly body: string;
  readonly html: string | null;
}
