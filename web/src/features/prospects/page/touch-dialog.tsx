import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { NewTouch, ProspectDetail } from '../../../api/prospect-views.js';
import { TOUCH_DIRECTIONS, TOUCH_KINDS, TOUCH_RESULTS } from '../../../api/prospect-words.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { siteContacts } from '../site-api.js';
import { useProspectActs } from './prospect-acts.js';
import { momentOf } from './touch-moment.js';

interface Values extends Record<string, unknown> {
  readonly kind: NewTouch['kind'];
  readonly direction: NonNullable<NewTouch['direction']>;
  readonly result: NonNullable<NewTouch['result']>;
  readonly at: string;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly note: string;
}

/** A touch written down by hand: a call, a meeting, a mail sent elsewhere. It counts for the conflict guard as any other. */
export function TouchDialog({
  prospect,
  onClose,
}: {
  readonly prospect: ProspectDetail;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const { clients, filter, client } = useScope();
  const contacts = useQuery(siteContacts(prospect.siteId)).data?.items ?? [];
  const today = dayIn(new Date(), t);
  const form = useForm<Values>({
    initialValues: {
      kind: 'mail',
      direction: 'out',
      result: 'unknown',
      at: today,
      clientId: filter.clientId ?? client?.id ?? null,
      contactId: null,
      note: '',
    },
    validate: {
      at: (day) => (day === '' || day > today ? t.text('prospects.touch.dayWrong') : null),
    },
  });
  const act = useFormAct(form, async (values, headers) => {
    const { kind, direction, result, at, clientId, contactId, note } = values;
    const moment = momentOf(at, today);
    const body = {
      kind,
      direction,
      result,
      ...(moment === null ? {} : { at: moment }),
      ...(clientId ? { clientId } : {}),
      ...(contactId ? { contactId } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    await acts.addTouch(body, headers);
    onClose();
  });
  const words = <Word extends string>(all: readonly Word[], say: (word: Word) => string) =>
    all.map((value) => ({ value, label: say(value) }));
  return (
    <FormDialog
      title={t.text('prospects.touch.add')}
      verb={t.text('app.save')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <Group grow gap="sm">
        <Select
          label={t.text('prospects.touch.kind')}
          data={words(TOUCH_KINDS, (kind) => t.text(`prospects.touch.kind.${kind}`))}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        <Select
          label={t.text('prospects.touch.direction')}
          data={words(TOUCH_DIRECTIONS, (direction) => t.text(`prospects.touch.direction.${direction}`))}
          allowDeselect={false}
          {...form.getInputProps('direction')}
        />
      </Group>
      <Group grow gap="sm">
        <Select
          label={t.text('prospects.touch.result')}
          data={words(TOUCH_RESULTS, (result) => t.text(`prospects.touch.result.${result}`))}
          allowDeselect={false}
          {...form.getInputProps('result')}
        />
        <TextInput
          type="date"
          label={t.text('prospects.touch.day')}
          max={today}
          {...form.getInputProps('at')}
        />
      </Group>
      <Select
        label={t.text('prospects.filter.client')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('clientId')}
      />
      {contacts.length > 0 && (
        <Select
          label={t.text('prospects.touch.contact')}
          data={contacts.map(({ id, name, mainAddress }) => ({
            value: id,
            label: name || (mainAddress ?? id),
          }))}
          clearable
          {...form.getInputProps('contactId')}
        />
      )}
      <Textarea
        label={t.text('prospects.note')}
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
