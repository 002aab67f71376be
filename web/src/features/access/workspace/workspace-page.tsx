import {
  Button,
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../../api/client.js';
import type { AnswerOf } from '../../../api/views.js';
import { sessionQuery } from '../../../app/session/session.js';
import { LOCALES } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { timeZones } from '../time-zones.js';

const workspaceQuery = query.queryOptions('get', '/api/v1/workspace');
type Workspace = AnswerOf<'/api/v1/workspace'>;

/** Name, language, time zone, how much reaches one recipient, and how patient the checks are. */
export function WorkspacePage() {
  const t = useMessages();
  const workspace = useQuery(workspaceQuery);
  return (
    <Page narrow>
      <PageHeader title={t.text('access.settings.workspace')} />
      <ProblemAlert error={workspace.error} onRetry={() => void workspace.refetch()} />
      {workspace.isPending && <Skeleton h={320} />}
      {workspace.data && <WorkspaceForm key={workspace.dataUpdatedAt} workspace={workspace.data} />}
    </Page>
  );
}

type Sent = Record<string, number | null>;

/** What is typed: an emptied threshold is left as it was, an emptied pause is what the installation says. */
function sentNumbers(settings: Readonly<Record<string, number | string | null>>): Sent {
  const numbers = Object.entries(settings).filter(
    (one): one is [string, number] => typeof one[1] === 'number',
  );
  return { hostGapMs: null, ...Object.fromEntries(numbers) };
}

function WorkspaceForm({ workspace }: { readonly workspace: Workspace }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { name, timeZone, locale, settings } = workspace;
  const form = useForm({ initialValues: { name, timeZone, locale, settings: { ...settings } } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values) => {
    const { postalAddress } = values.settings;
    const body = { ...values, settings: { ...sentNumbers(values.settings), postalAddress } };
    const { data } = await api.PATCH('/api/v1/workspace', { body });
    queries.setQueryData(workspaceQuery.queryKey, data);
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    toast(t.text('app.saved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <Panel title={t.text('access.workspace.general')}>
          <Stack gap="md">
            <TextInput label={t.text('access.workspaceName')} {...form.getInputProps('name')} />
            <Select
              label={t.text('access.timeZone')}
              description={t.text('access.workspace.zoneWhat')}
              data={timeZones()}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t.text('access.noZone')}
              {...form.getInputProps('timeZone')}
            />
            <Input.Wrapper label={t.text('access.workspace.locale')} labelElement="div">
              <SegmentedControl
                fullWidth
                aria-label={t.text('access.workspace.locale')}
                data={LOCALES.map((one) => ({ value: one, label: t.text(`words.locale.${one}`) }))}
                {...form.getInputProps('locale')}
              />
            </Input.Wrapper>
            <TextInput
              label={t.text('access.workspace.postalAddress')}
              description={t.text('access.workspace.postalAddressWhat', { variable: '{{sender.address}}' })}
              {...form.getInputProps('settings.postalAddress')}
            />
          </Stack>
        </Panel>
        <Panel title={t.text('access.workspace.courtesy')}>
          <Stack gap="md">
            <Threshold form={form} name="siteFirstMailsPerWeek" least={1} />
            <Threshold form={form} name="sitePeoplePerWeek" least={1} />
            <Threshold form={form} name="personMailsPerDay" least={1} />
            <Threshold form={form} name="coolDownDays" unit={t.text('access.unit.days')} />
          </Stack>
        </Panel>
        <Panel title={t.text('access.workspace.checks')}>
          <Stack gap="md">
            <Threshold form={form} name="removedAfterHours" unit={t.text('access.unit.hours')} />
            <Threshold form={form} name="downAfterDays" unit={t.text('access.unit.days')} />
            <Threshold form={form} name="goneAfterDays" unit={t.text('access.unit.days')} />
            <Threshold form={form} name="unverifiableInARow" unit={t.text('access.unit.checks')} />
            <Threshold form={form} name="hostGapMs" unit={t.text('access.unit.milliseconds')} />
          </Stack>
        </Panel>
        <ProblemAlert error={problem} />
        <Group>
          <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
            {t.text('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ThresholdName = Exclude<keyof Workspace['settings'], 'coolDownScope' | 'postalAddress'>;

interface ThresholdProps {
  readonly form: { readonly getInputProps: (path: string) => { readonly value?: unknown } };
  readonly name: ThresholdName;
  /** Behind the number; none where the label says what is counted. */
  readonly unit?: string;
  readonly least?: number;
}

function Threshold({ form, name, unit, least = 0 }: ThresholdProps) {
  const t = useMessages();
  const { value, ...rest } = form.getInputProps(`settings.${name}`);
  return (
    <NumberInput
      label={t.text(`access.threshold.${name}`)}
      description={t.text(`access.threshold.${name}.what`)}
      suffix={unit === undefined ? '' : ` ${unit}`}
      min={least}
      allowDecimal={false}
      {...rest}
      value={typeof value === 'number' ? value : ''}
    />
  );
}
