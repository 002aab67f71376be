import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toast } from '../../ui/undo-toast.js';
import { APPROVALS, type ApprovalSubject, campaignsQuery, pitchesQuery } from './approvals-api.js';

const SUBJECTS = ['site', 'topic', 'draft'] as const;

interface Props {
  /** The pitches to ask about; none: they are chosen here. */
  readonly pitchIds: readonly string[];
  readonly subject?: ApprovalSubject | undefined;
  readonly onClose: () => void;
}

/** Asks a client about the site, topic or draft of some pitches. */
export function AskDialog({ pitchIds, subject, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const [campaignId, setCampaignId] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<readonly { pitchId: string; message: string }[]>([]);
  const form = useForm({
    initialValues: {
      pitchIds: [...pitchIds],
      subject: subject ?? 'topic',
      dueOn: '',
      note: '',
    },
    validate: { pitchIds: (ids) => (ids.length === 0 ? t.text('approvals.pitchesMissing') : null) },
  });
  const act = useFormAct(form, async ({ dueOn, note, ...wish }, headers) => {
    const body = { ...wish, ...(dueOn === '' ? {} : { dueOn }), ...(note.trim() === '' ? {} : { note }) };
    const asked = await bodyOf(api.POST('/api/v1/approvals', { headers, body }));
    await queries.invalidateQueries({ queryKey: APPROVALS });
    toast(t.text('approvals.askedNow', { count: asked.items.length }));
    if (asked.skipped.length === 0) onClose();
    else setSkipped(asked.skipped);
  });
  return (
    <FormDialog title={t.text('approvals.ask')} verb={t.text('approvals.askVerb')} onClose={onClose} {...act}>
      {pitchIds.length === 0 ? (
        <Choice
          campaignId={campaignId}
          onCampaign={(id) => {
            setCampaignId(id);
            form.setFieldValue('pitchIds', []);
          }}
          pitches={form.getInputProps('pitchIds')}
        />
      ) : (
        <p>{t.text('approvals.aboutPitches', { count: pitchIds.length })}</p>
      )}
      <Select
        label={t.text('approvals.subject')}
        allowDeselect={false}
        data={SUBJECTS.map((value) => ({ value, label: t.text(`approvals.subject.${value}`) }))}
        {...form.getInputProps('subject')}
      />
      <TextInput type="date" label={t.text('approvals.due')} {...form.getInputProps('dueOn')} />
      <Textarea
        label={t.text('approvals.note')}
        description={t.text('approvals.noteWhat')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      {skipped.length > 0 && (
        <div role="status">
          <p>{t.text('approvals.skipped', { count: skipped.length })}</p>
          <ul>
            {[...new Set(skipped.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}

interface ChoiceProps {
  readonly campaignId: string | null;
  readonly onCampaign: (id: string | null) => void;
  readonly pitches: object;
}

function Choice({ campaignId, onCampaign, pitches }: ChoiceProps) {
  const t = useMessages();
  const campaigns = useQuery(campaignsQuery);
  const found = useQuery({ ...pitchesQuery(campaignId ?? ''), enabled: campaignId !== null });
  return (
    <>
      <Select
        label={t.text('approvals.campaign')}
        searchable
        data={(campaigns.data?.items ?? []).map(({ id, name, clientName }) => ({
          value: id,
          label: `${name} (${clientName})`,
        }))}
        value={campaignId}
        onChange={onCampaign}
        data-autofocus
      />
      {campaignId && (
        <MultiSelect
          label={t.text('approvals.pitches')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.text('approvals.clear') }}
          data={(found.data?.items ?? []).map(({ id, displayHost, label }) => ({
            value: id,
            label: [displayHost, label].filter(Boolean).join(' · ') || id,
          }))}
          {...pitches}
        />
      )}
    </>
  );
}
