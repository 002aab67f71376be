import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { query } from '../../../api/client.js';
import type { CustomValue } from '../../../api/prospect-views.js';
import { EXCLUSION_REASONS, PROSPECT_STATUSES, SUPPRESSION_REASONS } from '../../../api/prospect-words.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { OwnFieldInput } from '../edit/own-field-input.js';
import { TagNamesInput } from '../edit/tag-names-input.js';
import { useWriters } from '../edit/use-save.js';
import { ownFieldList } from '../prospects-api.js';
import type { BulkDialog } from './bulk-actions.js';
import { type BulkDraft, paramsOf } from './bulk-params.js';

interface Props {
  readonly action: BulkDialog;
  readonly count: string;
  readonly onAct: (action: BulkDialog, params: object) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks what an act on many prospects needs to know, and says on how many it will act. */
export function BulkModal({ action, count, onAct, onClose }: Props) {
  const t = useMessages();
  const { filter } = useScope();
  const [draft, setDraft] = useState<BulkDraft>({ clientId: filter.clientId ?? null });
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const params = paramsOf(action, draft);
  const change = (to: BulkDraft) => setDraft((before) => ({ ...before, ...to }));
  const send = async () => {
    if (params === null || isSending) return;
    setSending(true);
    setProblem(null);
    try {
      await onAct(action, params);
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text(`prospects.bulk.act.${action}`)}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="lg">
          <div>{t.text(`prospects.bulk.says.${action}`, { count })}</div>
          <Fields action={action} draft={draft} change={change} />
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending} disabled={params === null}>
              {t.text(`prospects.bulk.verb.${action}`, { count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly action: BulkDialog;
  readonly draft: BulkDraft;
  readonly change: (to: BulkDraft) => void;
}

function Fields({ action, draft, change }: FieldsProps): ReactNode {
  const t = useMessages();
  switch (action) {
    case 'tag':
    case 'untag':
    case 'topic':
      return (
        <TagNamesInput
          kind={action === 'topic' ? 'topic' : 'tag'}
          value={draft.names ?? []}
          onChange={(names) => change({ names })}
          autoFocus
        />
      );
    case 'status':
      return (
        <Pick
          label={t.text('prospects.column.status')}
          data={PROSPECT_STATUSES.map((value) => ({ value, label: t.text(`prospects.status.${value}`) }))}
          value={draft.status}
          onChange={(status) => change({ status })}
        />
      );
    case 'assign':
      return <Owners draft={draft} change={change} />;
    case 'do_not_contact':
      return (
        <Pick
          label={t.text('prospects.reason')}
          data={SUPPRESSION_REASONS.map((value) => ({
            value,
            label: t.text(`prospects.suppression.${value}`),
          }))}
          value={draft.suppression}
          onChange={(suppression) => change({ suppression })}
        />
      );
    case 'campaign':
    case 'enroll':
      return <CampaignChoice draft={draft} change={change} />;
    case 'exclude':
      return <Exclude draft={draft} change={change} />;
    case 'set_custom':
      return <OwnFieldChoice draft={draft} change={change} />;
  }
}

type PartProps = Omit<FieldsProps, 'action'>;

function Owners({ draft, change }: PartProps) {
  const t = useMessages();
  const writers = useWriters();
  return (
    <Pick
      label={t.text('prospects.column.owner')}
      data={[
        ...writers.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: t.text('prospects.nobody') },
      ]}
      value={draft.owner}
      onChange={(owner) => change({ owner })}
    />
  );
}

function Exclude({ draft, change }: PartProps) {
  const t = useMessages();
  const { clients } = useScope();
  return (
    <>
      <Pick
        label={t.text('prospects.filter.client')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <Pick
        label={t.text('prospects.reason')}
        data={EXCLUSION_REASONS.map((value) => ({ value, label: t.text(`prospects.exclusion.${value}`) }))}
        value={draft.exclusion}
        onChange={(exclusion) => change({ exclusion })}
      />
    </>
  );
}

function CampaignChoice({ draft, change }: PartProps) {
  const t = useMessages();
  const asked = { params: { query: { limit: 200, sort: 'name' as const } } };
  const campaigns = query.useQuery('get', '/api/v1/campaigns', asked).data?.items ?? [];
  return (
    <Pick
      label={t.text('campaigns.one')}
      data={campaigns.map(({ id, name, brandName }) => ({ value: id, label: `${name} · ${brandName}` }))}
      value={draft.campaignId}
      onChange={(campaignId) => change({ campaignId })}
    />
  );
}

function OwnFieldChoice({ draft, change }: PartProps) {
  const t = useMessages();
  const fields = useQuery(ownFieldList).data ?? [];
  const field = fields.find(({ fieldKey }) => fieldKey === draft.fieldKey);
  return (
    <>
      <Pick
        label={t.text('prospects.ownField')}
        data={fields.map(({ fieldKey, name }) => ({ value: fieldKey, label: name }))}
        value={draft.fieldKey}
        onChange={(fieldKey) => change({ fieldKey, value: null })}
      />
      {field && (
        <OwnFieldInput
          field={field}
          value={draft.value ?? null}
          onChange={(value: CustomValue | null) => change({ value })}
        />
      )}
    </>
  );
}

interface PickProps {
  readonly label: string;
  readonly data: { value: string; label: string }[];
  readonly value: string | null | undefined;
  readonly onChange: (value: string | null) => void;
}

function Pick({ label, data, value, onChange }: PickProps) {
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      onChange={onChange}
      searchable={data.length > 8}
      withAsterisk
      data-autofocus
    />
  );
}
