import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client.js';
import { useScope } from '../../app/session/scope.js';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayIn } from '../../i18n/times.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { lastMonths, monthInWords, REPORTS } from './reports-api.js';

const MONTHS = 24;

interface Props {
  readonly clientId?: string | undefined;
  readonly onClose: () => void;
}

/** Makes a report of a client's month. */
export function ReportDialog({ clientId, onClose }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { clients } = useScope();
  const months = lastMonths(dayIn(new Date(), t), MONTHS);
  const form = useForm({
    initialValues: {
      clientId: clientId ?? (clients.length === 1 ? (clients[0]?.id ?? '') : ''),
      month: months[1] ?? '',
    },
    validate: { clientId: (id) => (id ? null : t.text('reports.clientMissing')) },
  });
  const act = useFormAct(form, async (body, headers) => {
    const made = await bodyOf(api.POST('/api/v1/reports', { headers, body }));
    await queries.invalidateQueries({ queryKey: REPORTS });
    await navigate({ to: '/reports/$reportId', params: { reportId: made.id } });
  });
  return (
    <FormDialog title={t.text('reports.add')} verb={t.text('reports.make')} onClose={onClose} {...act}>
      <Select
        label={t.text('reports.client')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps('clientId')}
      />
      <Select
        label={t.text('reports.month')}
        data={months.map((month) => ({ value: month, label: monthInWords(month, formatTag(t.locale)) }))}
        allowDeselect={false}
        {...form.getInputProps('month')}
      />
    </FormDialog>
  );
}
