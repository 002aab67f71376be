import {
  ActionIcon,
  Autocomplete,
  Button,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { query } from '../../../api/client.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import layout from '../../../ui/record-page.module.css';
import { AGREED_LABELS } from '../order-views.js';
import classes from '../orders.module.css';
import { CURRENCIES, freshLine, type OrderDraft } from './order-draft.js';

type Form = UseFormReturnType<OrderDraft>;

/** With whom, for whom and against which campaign. */
export function DealFields({ form, isNew }: { readonly form: Form; readonly isNew: boolean }) {
  const t = useMessages();
  const { clients } = useScope();
  const { brandId, supplier } = form.getValues();
  const asked = { params: { query: { search: supplier.trim(), limit: 20 } } };
  const known = query.useQuery('get', '/api/v1/publishers', asked, {
    enabled: supplier.trim().length > 1,
  }).data;
  const campaigns = query.useQuery(
    'get',
    '/api/v1/campaigns',
    { params: { query: brandId ? { brandId, limit: 200 } : {} } },
    { enabled: brandId !== null },
  ).data;
  return (
    <div className={layout['two']}>
      {isNew && (
        <Select
          label={t.text('orders.form.brand')}
          description={t.text('orders.form.brandWhat')}
          data={clients.map((client) => ({
            group: client.name,
            items: client.brands
              .filter(({ archivedAt }) => !archivedAt)
              .map(({ id, name }) => ({ value: id, label: name })),
          }))}
          searchable
          {...form.getInputProps('brandId')}
        />
      )}
      <Select
        label={t.text('orders.form.campaign')}
        description={t.text('orders.form.campaignWhat')}
        data={(campaigns?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('campaignId')}
      />
      <Autocomplete
        label={t.text('orders.form.supplier')}
        description={t.text('orders.form.supplierWhat')}
        data={[...new Set((known?.items ?? []).map(({ name }) => name))]}
        maxLength={200}
        {...form.getInputProps('supplier')}
      />
      <Select
        label={t.text('orders.form.label')}
        description={t.text('orders.form.labelWhat')}
        data={AGREED_LABELS.map((value) => ({ value, label: t.text(`orders.label.${value}`) }))}
        placeholder={t.text('orders.label.unknown')}
        clearable
        {...form.getInputProps('label')}
      />
    </div>
  );
}

/** What it buys, line by line, in one currency. */
export function MoneyFields({ form }: { readonly form: Form }) {
  const t = useMessages();
  const { lines } = form.getValues();
  return (
    <Stack gap="md">
      {lines.map((line, no) => (
        <LineFields key={line.key} form={form} no={no} />
      ))}
      <div className={layout['acts']}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => form.insertListItem('lines', freshLine())}
        >
          {t.text('orders.form.addLine')}
        </Button>
      </div>
      <div className={layout['two']}>
        <Select
          label={t.text('orders.form.currency')}
          description={t.text('orders.form.currencyWhat')}
          data={[...new Set([...CURRENCIES, form.getValues().currency])]}
          allowDeselect={false}
          searchable
          {...form.getInputProps('currency')}
        />
        <TextInput
          label={t.text('orders.form.rate')}
          description={t.text('orders.form.rateWhat')}
          inputMode="decimal"
          {...form.getInputProps('rate')}
        />
      </div>
    </Stack>
  );
}

function LineFields({ form, no }: { readonly form: Form; readonly no: number }) {
  const t = useMessages();
  const line = form.getValues().lines[no];
  const at = (field: string) => form.getInputProps(`lines.${String(no)}.${field}`);
  const name = (word: string) => t.text('orders.form.ofLine', { word, no: no + 1 });
  const vat = { min: 0, max: 100, decimalScale: 2, hideControls: true, suffix: '%' } as const;
  return (
    <fieldset className={classes['formLine']} aria-label={t.text('orders.form.line', { no: no + 1 })}>
      <TextInput
        label={t.text('orders.form.site')}
        aria-label={name(t.text('orders.form.site'))}
        placeholder="tuinblog.example"
        disabled={line?.siteId !== null}
        {...at('site')}
      />
      <TextInput
        label={t.text('orders.form.buying')}
        aria-label={name(t.text('orders.form.buying'))}
        inputMode="decimal"
        {...at('buying')}
      />
      <NumberInput
        label={t.text('orders.form.vat')}
        aria-label={name(t.text('orders.form.buyingVat'))}
        {...vat}
        {...at('buyingVat')}
      />
      <TextInput
        label={t.text('orders.form.selling')}
        aria-label={name(t.text('orders.form.selling'))}
        inputMode="decimal"
        {...at('selling')}
      />
      <NumberInput
        label={t.text('orders.form.vat')}
        aria-label={name(t.text('orders.form.sellingVat'))}
        {...vat}
        {...at('sellingVat')}
      />
      <ActionIcon
        size={36}
        variant="subtle"
        aria-label={t.text('orders.form.removeLine', { no: no + 1 })}
        disabled={form.getValues().lines.length === 1}
        onClick={() => form.removeListItem('lines', no)}
      >
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}

/** How long, under which reference, and what else is worth knowing. */
export function TermFields({ form }: { readonly form: Form }) {
  const t = useMessages();
  return (
    <Stack gap="md">
      <div className={layout['two']}>
        <NumberInput
          label={t.text('orders.form.term')}
          description={t.text('orders.form.termWhat')}
          min={1}
          max={600}
          allowDecimal={false}
          {...form.getInputProps('termMonths')}
        />
        <TextInput
          label={t.text('orders.form.po')}
          description={t.text('orders.form.poWhat')}
          maxLength={100}
          {...form.getInputProps('poReference')}
        />
      </div>
      <Textarea
        label={t.text('orders.form.notes')}
        autosize
        minRows={2}
        maxLength={10_000}
        {...form.getInputProps('notes')}
      />
    </Stack>
  );
}
