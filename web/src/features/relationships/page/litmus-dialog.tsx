import { Group, Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { RelationshipDetail } from '../relationship-views.js';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

const ANSWERS = ['yes', 'no', 'open'] as const;
type Answer = (typeof ANSWERS)[number];

const wordOf = (answer: boolean | null): Answer => (answer === null ? 'open' : answer ? 'yes' : 'no');
const answerOf = (word: Answer): boolean | null => (word === 'open' ? null : word === 'yes');

interface Props {
  readonly relationship: RelationshipDetail;
  readonly onClose: () => void;
}

/** Asks the two questions of the litmus test. */
export function LitmusDialog({ relationship, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const { litmus } = relationship;
  const form = useForm({
    initialValues: {
      wouldLinkAnyway: wordOf(litmus.wouldLinkAnyway),
      readersGain: wordOf(litmus.readersGain),
      note: litmus.note,
    },
  });
  const act = useFormAct(form, async ({ wouldLinkAnyway, readersGain, note }) => {
    await relationshipActs.answerLitmus(relationship.id, {
      wouldLinkAnyway: answerOf(wouldLinkAnyway),
      readersGain: answerOf(readersGain),
      note: note.trim(),
    });
    await refreshRelationships(queries);
    onClose();
  });
  return (
    <FormDialog
      title={t.text('relationships.litmus.title')}
      verb={t.text('app.save')}
      onClose={onClose}
      {...act}
    >
      {(['wouldLinkAnyway', 'readersGain'] as const).map((question) => (
        <Radio.Group
          key={question}
          label={t.text(`relationships.litmus.${question}`)}
          {...form.getInputProps(question)}
        >
          <Group gap="lg" mt={6}>
            {ANSWERS.map((answer) => (
              <Radio
                key={answer}
                value={answer}
                label={t.text(
                  answer === 'open' ? 'relationships.litmus.notAnswered' : `relationships.litmus.${answer}`,
                )}
              />
            ))}
          </Group>
        </Radio.Group>
      ))}
      <Textarea
        label={t.text('relationships.litmus.note')}
        autosize
        minRows={2}
        maxLength={4_000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
