import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import layout from '../../../ui/record-page.module.css';
import { countryChoices, countryName, languageChoices, languageName } from '../../../ui/regions.js';
import { timeZoneChoices } from '../../../ui/time-zones.js';
import { type ContactDetail, FORMS_OF_ADDRESS } from '../contact-views.js';
import type { PersonDraft } from './person-draft.js';

interface Props<Draft extends PersonDraft> {
  readonly form: UseFormReturnType<Draft>;
  /** What the sites of the contact suggest where nothing is known. */
  readonly hints?: ContactDetail['hints'] | undefined;
}

/** What is known of a person: work, language, how they are spoken to, where they are. */
export function PersonFields<Draft extends PersonDraft>({ form, hints }: Props<Draft>) {
  const t = useMessages();
  const countries = useMemo(() => countryChoices(t), [t]);
  const languages = useMemo(() => languageChoices(t), [t]);
  const zones = useMemo(timeZoneChoices, []);
  const { language, country } = form.getValues();
  const hint = (name: string | null) => (name ? t.text('contacts.siteSuggests', { value: name }) : undefined);
  return (
    <>
      <div className={layout['two']}>
        <TextInput
          label={t.text('contacts.field.position')}
          maxLength={200}
          {...form.getInputProps('position')}
        />
        <Select
          label={t.text('contacts.field.form')}
          data={FORMS_OF_ADDRESS.map((value) => ({ value, label: t.text(`contacts.form.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('formOfAddress')}
        />
        <Select
          label={t.text('contacts.field.language')}
          description={language === null && hint(hints?.language ? languageName(hints.language, t) : null)}
          data={languages}
          searchable
          clearable
          {...form.getInputProps('language')}
        />
        <Select
          label={t.text('contacts.field.country')}
          description={country === null && hint(hints?.country ? countryName(hints.country, t) : null)}
          data={countries}
          searchable
          clearable
          {...form.getInputProps('country')}
        />
        <Select
          label={t.text('contacts.field.timeZone')}
          data={zones}
          searchable
          clearable
          limit={50}
          {...form.getInputProps('timeZone')}
        />
      </div>
      <Textarea
        label={t.text('contacts.field.notes')}
        autosize
        minRows={2}
        maxLength={10_000}
        {...form.getInputProps('notes')}
      />
    </>
  );
}
