import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { FormDialog } from './form-dialog.js';
import { type NoteSubject, noteActs, TIMELINES } from './record-timeline-api.js';

interface Props {
  readonly on: NoteSubject;
  readonly onClose: () => void;
}

/** Writes a note on the timeline of a record. */
export function NoteDialog({ on, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { body: '' },
    validate: { body: (body) => (body.trim() === '' ? t.text('relationships.timeline.noteEmpty') : null) },
  });
  const act = useFormAct(form, async ({ body }, headers) => {
    await noteActs.write(on, body.trim(), headers);
    await queries.invalidateQueries({ queryKey: TIMELINES });
    onClose();
  });
  const title = t.text('relationships.timeline.addNote');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <Textarea
        label={t.text('relationships.timeline.note')}
        description={t.text('relationships.timeline.noteWhat')}
        autosize
        minRows={3}
        maxLength={10_000}
        data-autofocus
        {...form.getInputProps('body')}
      />
    </FormDialog>
  );
}
