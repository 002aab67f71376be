import { Checkbox, MultiSelect, NumberInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { CAMPAIGN_STATUSES, type CampaignKind, GUARDS } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { useWorkers } from '../use-workers.js';
import { approvalsOf, type CampaignDraft } from './campaign-draft.js';

export type CampaignForm = UseFormReturnType<CampaignDraft>;

const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'DKK',
  'NOK',
  'PLN',
  'CZK',
  'JPY',
  'AUD',
  'CAD',
] as const;

interface Props {
  readonly form: CampaignForm;
  readonly kind: CampaignKind | undefined;
}

/** What was agreed with the client: how many a month, for how much, from when to when. */
export function AgreementFields({ form }: Props) {
  const t = useMessages();
  const currencies = [...new Set([...CURRENCIES, form.getValues().currency])];
  return (
    <Panel title={t.text('campaigns.form.agreement')}>
      <Stack gap="md">
        <div className={classes['two']}>
          <NumberInput
            label={t.text('campaigns.form.agreedPerMonth')}
            description={t.text('campaigns.form.agreedPerMonthWhat')}
            min={0}
            max={10_000}
            allowDecimal={false}
            {...form.getInputProps('agreedPerMonth')}
          />
          <NumberInput
            label={t.text('campaigns.form.firstMails')}
            description={t.text('campaigns.form.firstMailsWhat')}
            min={0}
            max={100_000}
            allowDecimal={false}
            {...form.getInputProps('firstMailsPerWeek')}
          />
        </div>
        <div className={classes['two']}>
          <TextInput
            label={t.text('campaigns.form.budget')}
            description={t.text('campaigns.form.budgetWhat')}
            inputMode="decimal"
            {...form.getInputProps('budget')}
          />
          <Select
            label={t.text('campaigns.form.currency')}
            description={t.text('campaigns.form.currencyWhat')}
            data={currencies}
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
        </div>
        <div className={classes['two']}>
          <TextInput
            type="date"
            label={t.text('campaigns.form.startsOn')}
            {...form.getInputProps('startsOn')}
          />
          <TextInput type="date" label={t.text('campaigns.form.endsOn')} {...form.getInputProps('endsOn')} />
        </div>
      </Stack>
    </Panel>
  );
}

/** Who works on it. */
export function PeopleFields({ form }: Props) {
  const t = useMessages();
  const workers = useWorkers().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel title={t.text('campaigns.form.people')}>
      <Stack gap="md">
        <Select
          label={t.text('campaigns.form.owner')}
          description={t.text('campaigns.form.ownerWhat')}
          data={workers}
          searchable={workers.length > 8}
          clearable
          {...form.getInputProps('ownerMemberId')}
        />
        <MultiSelect
          label={t.text('campaigns.form.members')}
          description={t.text('campaigns.form.membersWhat')}
          data={workers}
          searchable
          clearable
          {...form.getInputProps('memberIds')}
        />
        <Select
          label={t.text('campaigns.status')}
          data={CAMPAIGN_STATUSES.map((value) => ({
            value,
            label: t.text(`campaigns.campaignStatus.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('status')}
        />
      </Stack>
    </Panel>
  );
}

/** What holds a pitch up: the client's word, a colleague, an exclusion. */
export function GuardFields({ form, kind }: Props) {
  const t = useMessages();
  const subjects = kind ? approvalsOf(kind) : [];
  return (
    <Panel title={t.text('campaigns.form.guards')}>
      <Stack gap="md">
        {subjects.length > 0 && (
          <Checkbox.Group
            label={t.text('campaigns.form.approvals')}
            description={t.text('campaigns.form.approvalsWhat')}
            {...form.getInputProps('approvals')}
          >
            <Stack gap="xs" mt="xs">
              {subjects.map((subject) => (
                <Checkbox
                  key={subject}
                  value={subject}
                  label={t.text(`campaigns.approval.${subject}`)}
                  description={waitsFor(kind, subject, t.text('campaigns.form.before'))}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {(['onConflict', 'onExclusion'] as const).map((guard) => (
          <Radio.Group
            key={guard}
            label={t.text(`campaigns.form.${guard}`)}
            description={t.text(`campaigns.form.${guard}What`)}
            {...form.getInputProps(guard)}
          >
            <Stack gap="xs" mt="xs">
              {GUARDS.map((value) => (
                <Radio key={value} value={value} label={t.text(`campaigns.guard.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** "before Pitched": the stages that wait for an approval. */
function waitsFor(kind: CampaignKind | undefined, subject: string, before: string): string {
  const names = kind?.stages.filter(({ needsApproval }) => needsApproval === subject).map(({ name }) => name);
  return `${before} ${(names ?? []).join(', ')}`;
}

/** Words of the team about it. */
export function NotesField({ form }: Pick<Props, 'form'>) {
  const t = useMessages();
  return (
    <Panel title={t.text('campaigns.form.notes')}>
      <Textarea
        aria-label={t.text('campaigns.form.notes')}
        autosize
        minRows={3}
        maxLength={10_000}
        {...form.getInputProps('notes')}
      />
    </Panel>
  );
}
