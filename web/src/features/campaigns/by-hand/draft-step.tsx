import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useMemo, useState } from 'react';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import { draftOf, type FieldDraft, readDraft } from '../pitch/field-draft.js';
import { FieldInput } from '../pitch/field-input.js';
import type { NewPitch, ProposedField } from './by-hand-api.js';
import type { Proposal } from './proposal.js';
import { useFormKey } from './use-form-key.js';

interface Props {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind;
  readonly proposal: Proposal;
  readonly onAdd: (pitch: NewPitch, key: ReturnType<typeof useFormKey>) => Promise<void>;
  readonly onBack: () => void;
}

/** The pitch as it could be: every value can be mended, and says where it was read. */
export function DraftStep({ campaign, kind, proposal, onAdd, onBack }: Props) {
  const t = useMessages();
  const [title, setTitle] = useState(proposal.title);
  const [site, setSite] = useState(proposal.siteAddress);
  const [assetId, setAssetId] = useState<string | null>(null);
  const [changed, setChanged] = useState<Readonly<Record<string, FieldDraft>>>({});
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const fields = useMemo(() => shownFields(kind, proposal.fields), [kind, proposal.fields]);
  const key = useFormKey(JSON.stringify([title, site, assetId, changed, proposal.fields]));
  const draft = (one: ShownField) => changed[one.field.key] ?? draftOf(one.field, one.read?.value);
  const isNameless = title.trim() === '' && site.trim() === '';
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isSending || isNameless) return;
    const values = fields.flatMap((one): [string, unknown][] => {
      const read = readDraft(one.field, draft(one));
      return read.ok && read.value !== null ? [[one.field.key, read.value]] : [];
    });
    setSending(true);
    setProblem(null);
    const place = site.trim() === '' ? {} : { siteAddress: site.trim() };
    const label = title.trim() === '' ? {} : { label: title.trim() };
    const asset = assetId === null ? {} : { assetId };
    try {
      await onAdd({ ...place, ...label, ...asset, fields: Object.fromEntries(values) }, key);
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        <TextInput
          label={t.text('tasks.byHand.site')}
          value={site}
          onChange={({ currentTarget }) => setSite(currentTarget.value)}
        />
        <TextInput
          label={t.text('tasks.byHand.label')}
          description={t.text('tasks.byHand.labelWhat')}
          maxLength={200}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        {fields.map((one) => (
          <div key={one.field.key}>
            <FieldInput
              field={one.field}
              draft={draft(one)}
              error={undefined}
              onChange={(next) => setChanged((before) => ({ ...before, [one.field.key]: next }))}
            />
            {one.read && <ReadFrom read={one.read} />}
          </div>
        ))}
        <AssetChoice brandId={campaign.brandId} value={assetId} onChange={setAssetId} />
        <ProblemAlert error={problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onBack}>
            {t.text('tasks.byHand.back')}
          </Button>
          <Button type="submit" loading={isSending} disabled={isNameless}>
            {t.text('tasks.byHand.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ShownField {
  readonly field: CampaignKind['fields'][number];
  readonly read: ProposedField | undefined;
}

/** The fields that were read; where nothing was, those a person fills in first. */
function shownFields(kind: CampaignKind, read: readonly ProposedField[]): ShownField[] {
  const writable = kind.fields.filter(
    ({ type }) => type !== 'files' && type !== 'proof' && type !== 'member',
  );
  const all = writable.map((field) => ({ field, read: read.find((one) => one.key === field.key) }));
  const found = all.filter((one) => one.read !== undefined);
  return found.length > 0 ? found : all.slice(0, 6);
}

function ReadFrom({ read }: { readonly read: ProposedField }) {
  const t = useMessages();
  const where = t.text(`tasks.byHand.where.${read.where}`);
  const isOwn = read.quote === '' || read.quote === read.value;
  return (
    <Text size="xs" c="dimmed" mt={2} lineClamp={2}>
      {isOwn
        ? t.text('tasks.byHand.readFrom', { where })
        : t.text('tasks.byHand.readFromWords', { where, words: read.quote })}
    </Text>
  );
}

interface AssetProps {
  readonly brandId: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** What of the brand's register is offered. */
function AssetChoice({ brandId, value, onChange }: AssetProps) {
  const t = useMessages();
  const asked = { params: { query: { brandId, status: 'ready', limit: 200 } } };
  const { data } = useQuery(query.queryOptions('get', '/api/v1/assets', asked));
  const assets = data?.items ?? [];
  if (assets.length === 0) return null;
  return (
    <Select
      label={t.text('tasks.byHand.asset')}
      data={assets.map(({ id, title, type }) => ({
        value: id,
        label: `${title} (${t.text(`tasks.assets.type.${type}`)})`,
      }))}
      value={value}
      onChange={onChange}
      clearable
      searchable
    />
  );
}
