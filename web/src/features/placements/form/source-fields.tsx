import { Select, Textarea, TextInput } from '@mantine/core';
import { SOURCE_KINDS } from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './form.module.css';
import type { SourceDraft, SourceProblem } from './term-form.js';

interface Props {
  readonly source: SourceDraft;
  readonly problem: SourceProblem | null;
  readonly onChange: (next: SourceDraft) => void;
}

/** Where the agreed terms come from: asked as soon as one is agreed, because only then can anybody be held to it. */
export function SourceFields({ source, problem, onChange }: Props) {
  const t = useMessages();
  return (
    <fieldset className={classes['terms']}>
      <legend className={classes['legend']}>{t.text('placements.source.title')}</legend>
      <p className={classes['teach']}>{t.text('placements.form.sourceTeach')}</p>
      <div className={classes['two']}>
        <Select
          label={t.text('placements.source.kind')}
          data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t.text(`placements.source.${kind}`) }))}
          value={source.kind}
          allowDeselect={false}
          onChange={(kind) => kind && onChange({ ...source, kind: kind })}
        />
        <TextInput
          type="date"
          label={t.text('placements.source.day')}
          value={source.agreedOn}
          withAsterisk={source.kind === 'note'}
          error={problem === 'date_missing' && t.text('placements.form.date_missing')}
          onChange={(event) => onChange({ ...source, agreedOn: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t.text(`placements.source.reference.${source.kind}`)}
        withAsterisk
        autosize
        minRows={2}
        maxLength={4000}
        value={source.reference}
        error={problem === 'reference_missing' && t.text('placements.form.reference_missing')}
        onChange={(event) => onChange({ ...source, reference: event.currentTarget.value })}
      />
    </fieldset>
  );
}
