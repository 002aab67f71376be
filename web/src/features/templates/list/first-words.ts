import type { MailPurpose, TemplateLocale } from '../template-views.js';

const COLD: readonly MailPurpose[] = ['first', 'follow_up_1', 'follow_up_2'];

/** The words a new template begins with: who is greeted, who writes, and where strangers are mailed how to object. */
export function firstWords({
  purpose,
  locale,
}: {
  readonly purpose: MailPurpose;
  readonly locale: TemplateLocale;
}) {
  const hello =
    locale === 'nl'
      ? 'Hallo {{default contact.firstName "daar"}},'
      : 'Hi {{default contact.firstName "there"}},';
  const subject = locale === 'nl' ? 'Over {{site.name}}' : 'About {{site.name}}';
  const end = COLD.includes(purpose) ? '\n\n{{optOut.line}}' : '';
  return { subjects: [subject], body: `${hello}\n\n\n\n{{sender.name}}\n{{sender.company}}${end}\n` };
}
