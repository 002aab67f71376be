import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { ProblemAlert } from './problem-alert.js';
import { noteActs, recordTimeline, type TimelineKind } from './record-timeline-api.js';

interface Props {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly onClose: () => void;
}

/** Writes a note on the timeline of a record. */
export function NoteDialog({ kind, id, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { body: '' },
    validate: { body: (body) => (body.trim() === '' ? t.text('relationships.timeline.noteEmpty') : null) },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ body }, headers) => {
    await noteActs.write(kind, id, body.trim(), headers);
    await queries.invalidateQueries({ queryKey: recordTimeline(kind, id).queryKey });
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('relationships.timeline.addNote')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <Textarea
            label={t.text('relationships.timeline.note')}
            description={t.text('relationships.timeline.noteWhat')}
            autosize
            minRows={3}
            maxLength={10_000}
            data-autofocus
            {...form.getInputProps('body')}
          />
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t.text('relationships.timeline.addNote')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
