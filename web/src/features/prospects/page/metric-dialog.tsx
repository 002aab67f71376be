import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { METRIC_SOURCES, METRICS_OF, type MetricSource } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { metricName, sourceName } from '../../../ui/metric-words.js';
import { useProspectActs } from './prospect-acts.js';

/** Open lists are read, nobody types them in. */
const TYPED = METRIC_SOURCES.filter((source) => source !== 'common_crawl' && source !== 'tranco');

interface Values extends Record<string, unknown> {
  readonly source: MetricSource;
  readonly metric: string;
  readonly value: number | '';
  readonly measuredOn: string;
}

/** A figure typed in by hand: who measured it, what, when. */
export function MetricDialog({
  prospect,
  onClose,
}: {
  readonly prospect: ProspectDetail;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const form = useForm<Values>({
    initialValues: {
      source: 'hand',
      metric: METRICS_OF.hand[0] ?? '',
      value: '',
      measuredOn: dayIn(new Date(), t),
    },
    validate: { value: (value) => (value === '' ? t.text('prospects.metric.missing') : null) },
  });
  const act = useFormAct(form, async ({ source, metric, value, measuredOn }) => {
    await acts.addMetric({ source, metric, value: Number(value), measuredOn });
    onClose();
  });
  const { source } = form.getValues();
  return (
    <FormDialog
      title={t.text('prospects.metric.byHand')}
      verb={t.text('app.save')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <Select
        label={t.text('prospects.metric.source')}
        data={TYPED.map((value) => ({ value, label: sourceName(value, t) }))}
        allowDeselect={false}
        {...form.getInputProps('source')}
        onChange={(next: MetricSource | null) => {
          if (next) form.setValues({ source: next, metric: METRICS_OF[next][0] ?? '' });
        }}
      />
      <Select
        label={t.text('prospects.metric.what')}
        data={METRICS_OF[source].map((metric) => ({
          value: metric,
          label: metricName({ source, metric }, t),
        }))}
        allowDeselect={false}
        {...form.getInputProps('metric')}
      />
      <NumberInput
        label={t.text('prospects.metric.value')}
        hideControls
        withAsterisk
        data-autofocus
        {...form.getInputProps('value')}
      />
      <TextInput type="date" label={t.text('prospects.metric.day')} {...form.getInputProps('measuredOn')} />
    </FormDialog>
  );
}
