import { Alert, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { countryChoices } from '../../../ui/regions.js';
import { toast } from '../../../ui/undo-toast.js';
import { PUBLISHER_KINDS, type PublisherDetail, type PublisherKind } from '../publisher-views.js';
import { publisherActs, publisherDoubles, refreshPublishers } from '../publishers-api.js';

const AFTER_MS = 250;
const MIN_LETTERS = 3;

interface PublisherDraft extends Record<string, unknown> {
  readonly name: string;
  readonly kind: PublisherKind;
  readonly homeUrl: string;
  readonly country: string | null;
  readonly notes: string;
  readonly siteAddresses: string[];
}

interface Props {
  /** The one to change; without it a new one is added. */
  readonly publisher?: PublisherDetail;
  readonly onClose: () => void;
}

/** Adds a publisher, or changes one. While a name is typed, those called alike are shown. */
export function PublisherDialog({ publisher, onClose }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const countries = useMemo(() => countryChoices(t), [t]);
  const form = useForm<PublisherDraft>({
    initialValues: {
      name: publisher?.name ?? '',
      kind: publisher?.kind ?? 'unknown',
      homeUrl: publisher?.homeUrl ?? '',
      country: publisher?.country ?? null,
      notes: publisher?.notes ?? '',
      siteAddresses: [],
    },
    validate: { name: (name) => (name.trim() === '' ? t.text('publishers.nameNeeded') : null) },
  });
  const act = useFormAct(form, async ({ siteAddresses, homeUrl, country, ...rest }, headers) => {
    if (publisher) {
      const body = { ...rest, country, homeUrl: homeUrl.trim() || null, revision: publisher.revision };
      await publisherActs.change(publisher.id, body);
      await refreshPublishers(queries);
      onClose();
      return;
    }
    const body = {
      ...rest,
      siteAddresses,
      ...(country ? { country } : {}),
      ...(homeUrl.trim() ? { homeUrl: homeUrl.trim() } : {}),
    };
    const made = await publisherActs.add(body, headers);
    await refreshPublishers(queries);
    toast(t.text('publishers.added', { name: made.name }));
    await navigate({ to: '/publishers/$id', params: { id: made.id } });
  });
  const title = t.text(publisher ? 'publishers.edit' : 'publishers.add');
  return (
    <FormDialog title={title} verb={publisher ? t.text('app.save') : title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('publishers.name')}
        description={t.text('publishers.nameWhat')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {!publisher && <Doubles name={form.getValues().name} />}
      <Select
        label={t.text('publishers.kind')}
        data={PUBLISHER_KINDS.map((value) => ({ value, label: t.text(`publishers.kinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {!publisher && (
        <TagsInput
          label={t.text('publishers.sites')}
          description={t.text('publishers.sitesWhat')}
          placeholder="tuinblog.example"
          {...form.getInputProps('siteAddresses')}
        />
      )}
      <TextInput label={t.text('publishers.homeUrl')} inputMode="url" {...form.getInputProps('homeUrl')} />
      <Select
        label={t.text('publishers.country')}
        data={countries}
        searchable
        clearable
        {...form.getInputProps('country')}
      />
      <Textarea
        label={t.text('publishers.notes')}
        autosize
        minRows={2}
        maxLength={10_000}
        {...form.getInputProps('notes')}
      />
    </FormDialog>
  );
}

/** A warning, not a refusal: two publishers may well be called the same. */
function Doubles({ name }: { readonly name: string }) {
  const t = useMessages();
  const [asked] = useDebouncedValue(name.trim(), AFTER_MS);
  const { data } = useQuery({ ...publisherDoubles(asked), enabled: asked.length >= MIN_LETTERS });
  const found = data?.items ?? [];
  if (asked.length < MIN_LETTERS || found.length === 0) return null;
  return (
    <Alert variant="light" role="status">
      {t.text('publishers.doubles', { count: found.length })}{' '}
      {found.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <Link to="/publishers/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
        </span>
      ))}
    </Alert>
  );
}
