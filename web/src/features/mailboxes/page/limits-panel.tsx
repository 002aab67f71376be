import { Button, Checkbox, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { timeZoneChoices } from '../../../ui/time-zones.js';
import { toast } from '../../../ui/undo-toast.js';
import { ClientsField } from '../clients-field.js';
import classes from '../mailboxes.module.css';
import { type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';
import { weekdayNames } from './weekday-names.js';

interface MailboxLimits extends Record<string, unknown> {
  senderName: string;
  clientIds: string[];
  capPerDay: number;
  /** Empty: no ramp-up. */
  rampFrom: number | '';
  rampStep: number;
  gapSeconds: number;
  gapJitterSeconds: number;
  windowFrom: string;
  windowUntil: string;
  workDays: string[];
  timeZone: string;
  signature: string;
  dkimSelector: string;
}

/** How much and when the mailbox sends, for whom, and what stands under its mails. */
export function LimitsPanel({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const refresh = useRefreshMailboxes();
  const mayWrite = useMay('write');
  const mayChange = mayWrite && mailbox.isMine && !mailbox.archivedAt;
  const form = useForm<MailboxLimits>({
    initialValues: {
      senderName: mailbox.senderName,
      clientIds: mailbox.clientIds,
      capPerDay: mailbox.capPerDay,
      rampFrom: mailbox.rampFrom ?? '',
      rampStep: mailbox.rampStep,
      gapSeconds: mailbox.gapSeconds,
      gapJitterSeconds: mailbox.gapJitterSeconds,
      windowFrom: mailbox.windowFrom,
      windowUntil: mailbox.windowUntil,
      workDays: mailbox.workDays.map(String),
      timeZone: mailbox.timeZone,
      signature: mailbox.signature,
      dkimSelector: mailbox.dkimSelector,
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ rampFrom, workDays, ...values }) => {
    await api.PATCH('/api/v1/mailboxes/{id}', {
      params: { path: { id: mailbox.id } },
      body: {
        revision: mailbox.revision,
        ...values,
        workDays: workDays.map(Number),
        rampFrom: rampFrom === '' ? null : rampFrom,
      },
    });
    await refresh();
    toast(t.text('app.saved'));
  });
  const number = (name: 'capPerDay' | 'rampFrom' | 'rampStep' | 'gapSeconds' | 'gapJitterSeconds') => (
    <NumberInput
      label={t.text(`mailboxes.limit.${name}`)}
      description={t.text(`mailboxes.limit.${name}What`)}
      min={0}
      hideControls
      {...form.getInputProps(name)}
    />
  );
  return (
    <Panel title={t.text('mailboxes.limits')}>
      <form onSubmit={onSubmit} noValidate>
        <fieldset disabled={!mayChange} className={classes['server']}>
          <Stack gap="lg">
            <div className={classes['fields']}>
              {number('capPerDay')}
              {number('rampFrom')}
              {number('rampStep')}
              {number('gapSeconds')}
              {number('gapJitterSeconds')}
            </div>
            <div className={classes['fields']}>
              <TextInput
                type="time"
                label={t.text('mailboxes.limit.from')}
                {...form.getInputProps('windowFrom')}
              />
              <TextInput
                type="time"
                label={t.text('mailboxes.limit.until')}
                {...form.getInputProps('windowUntil')}
              />
              <Select
                label={t.text('mailboxes.limit.zone')}
                data={timeZoneChoices()}
                searchable
                allowDeselect={false}
                {...form.getInputProps('timeZone')}
              />
            </div>
            <Checkbox.Group label={t.text('mailboxes.limit.days')} {...form.getInputProps('workDays')}>
              <Group gap="md" mt={8}>
                {weekdayNames(t.locale).map(({ day, name }) => (
                  <Checkbox key={day} size="xs" value={String(day)} label={name} disabled={!mayChange} />
                ))}
              </Group>
            </Checkbox.Group>
            <div className={classes['fields']}>
              <TextInput label={t.text('mailboxes.senderName')} {...form.getInputProps('senderName')} />
              <ClientsField chosen={form.getValues().clientIds} {...form.getInputProps('clientIds')} />
              <TextInput
                label={t.text('mailboxes.selector')}
                description={t.text('mailboxes.selectorWhat')}
                {...form.getInputProps('dkimSelector')}
              />
            </div>
            <Textarea
              label={t.text('mailboxes.signature')}
              autosize
              minRows={3}
              {...form.getInputProps('signature')}
            />
            <ProblemAlert error={problem} />
            {mayChange && (
              <Group justify="flex-end">
                <Button type="submit" loading={isSending}>
                  {t.text('app.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Panel>
  );
}
