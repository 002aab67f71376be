import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { useWorkers } from '../use-workers.js';
import { ASSET_STATUSES, ASSET_TYPES } from './asset-search.js';
import { ASSETS, type Asset, assetActs } from './assets-api.js';

interface Props {
  /** The asset to change; absent for a new one. */
  readonly asset?: Asset;
  readonly onClose: () => void;
}

/** Adds an asset to the register, or changes one. */
export function AssetDialog({ asset, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const { clients, filter } = useScope();
  const workers = useWorkers();
  const form = useForm({
    initialValues: valuesOf(asset, filter.brandId),
    validate: {
      title: (title) => (title.trim() === '' ? t.text('tasks.assets.titleNeeded') : null),
      brandId: (brandId) => (brandId === '' ? t.text('tasks.assets.brandNeeded') : null),
    },
  });
  const act = useFormAct(form, async ({ brandId, ...values }, headers) => {
    const wish = {
      ...values,
      url: values.url.trim() === '' ? null : values.url.trim(),
      readyOn: values.readyOn === '' ? null : values.readyOn,
    };
    if (asset === undefined) await assetActs.add({ ...wish, brandId }, headers);
    else await assetActs.change(asset.id, { ...wish, revision: asset.revision });
    await queries.invalidateQueries({ queryKey: ASSETS });
    onClose();
  });
  const brands = clients.map((client) => ({
    group: client.name,
    items: client.brands.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <FormDialog
      title={t.text(asset === undefined ? 'tasks.assets.add' : 'tasks.assets.change')}
      verb={t.text(asset === undefined ? 'tasks.assets.add' : 'app.save')}
      onClose={onClose}
      {...act}
    >
      <TextInput
        label={t.text('tasks.assets.field.title')}
        maxLength={300}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t.text('tasks.assets.field.brand')}
          data={brands}
          disabled={asset !== undefined}
          allowDeselect={false}
          searchable
          {...form.getInputProps('brandId')}
        />
        <Select
          label={t.text('tasks.assets.field.type')}
          data={ASSET_TYPES.map((value) => ({ value, label: t.text(`tasks.assets.type.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('type')}
        />
        <Select
          label={t.text('tasks.assets.field.status')}
          data={ASSET_STATUSES.map((value) => ({ value, label: t.text(`tasks.assets.status.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('status')}
        />
        <TextInput
          type="date"
          label={t.text('tasks.assets.field.readyOn')}
          {...form.getInputProps('readyOn')}
        />
      </SimpleGrid>
      <TextInput
        label={t.text('tasks.assets.field.url')}
        description={t.text('tasks.assets.urlWhat')}
        inputMode="url"
        {...form.getInputProps('url')}
      />
      <TagsInput label={t.text('tasks.assets.field.topics')} maxTags={20} {...form.getInputProps('topics')} />
      <Select
        label={t.text('tasks.assets.field.owner')}
        data={workers.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        searchable
        {...form.getInputProps('ownerMemberId')}
      />
      <Textarea
        label={t.text('tasks.assets.field.description')}
        autosize
        minRows={2}
        maxLength={10_000}
        {...form.getInputProps('description')}
      />
    </FormDialog>
  );
}

/** What the form starts with. */
function valuesOf(asset: Asset | undefined, brandId: string | undefined) {
  return {
    brandId: asset?.brandId ?? brandId ?? '',
    type: asset?.type ?? 'guide',
    title: asset?.title ?? '',
    url: asset?.url ?? '',
    status: asset?.status ?? 'planned',
    topics: asset?.topics ?? [],
    description: asset?.description ?? '',
    ownerMemberId: asset?.ownerMemberId ?? null,
    readyOn: asset?.readyOn ?? '',
  };
}
