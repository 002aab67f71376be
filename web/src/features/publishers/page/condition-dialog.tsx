import { NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import {
  PLACEMENT_TYPES,
  type PlacementType,
  REL_TERMS,
  type RelTerm,
} from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { minorOf } from '../../../i18n/money.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import layout from '../../../ui/record-page.module.css';
import type { PublisherDetail } from '../publisher-views.js';
import { publisherActs, refreshPublishers } from '../publishers-api.js';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'DKK', 'NOK', 'PLN', 'SEK', 'CAD', 'AUD'];

interface ConditionDraft extends Record<string, unknown> {
  readonly type: PlacementType | null;
  readonly siteId: string | null;
  readonly price: string;
  readonly currency: string;
  readonly relPolicy: RelTerm | null;
  readonly wordsFrom: number | string;
  readonly wordsTo: number | string;
  readonly turnaroundDays: number | string;
  readonly refusedTopics: string[];
  readonly askedOn: string;
  readonly notes: string;
}

interface Props {
  readonly publisher: PublisherDetail;
  readonly onClose: () => void;
}

const filled = (value: number | string) => typeof value === 'number';

/** Writes down what a publisher asks for one type of placement, on all its sites or on one. */
export function ConditionDialog({ publisher, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<ConditionDraft>({
    initialValues: {
      type: null,
      siteId: null,
      price: '',
      currency: 'EUR',
      relPolicy: null,
      wordsFrom: '',
      wordsTo: '',
      turnaroundDays: '',
      refusedTopics: [],
      askedOn: new Date().toISOString().slice(0, 10),
      notes: '',
    },
    validate: {
      price: (price, { currency }) =>
        price.trim() === '' || minorOf(price, currency) !== null
          ? null
          : t.text('publishers.condition.noPrice'),
    },
  });
  const act = useFormAct(form, async ({ price, currency, ...rest }, headers) => {
    const priceMinor = minorOf(price, currency);
    const body = {
      refusedTopics: rest.refusedTopics,
      notes: rest.notes,
      ...(rest.type ? { type: rest.type } : {}),
      ...(rest.siteId ? { siteId: rest.siteId } : {}),
      ...(rest.relPolicy ? { relPolicy: rest.relPolicy } : {}),
      ...(rest.askedOn ? { askedOn: rest.askedOn } : {}),
      ...(priceMinor === null ? {} : { priceMinor, currency }),
      ...(filled(rest.wordsFrom) ? { wordsFrom: rest.wordsFrom } : {}),
      ...(filled(rest.wordsTo) ? { wordsTo: rest.wordsTo } : {}),
      ...(filled(rest.turnaroundDays) ? { turnaroundDays: rest.turnaroundDays } : {}),
    };
    await publisherActs.addCondition(publisher.id, body, headers);
    await refreshPublishers(queries);
    onClose();
  });
  const title = t.text('publishers.condition.add');
  const sites = publisher.sites.filter(({ isFormer }) => !isFormer);
  return (
    <FormDialog title={title} verb={title} onClose={onClose} size="lg" {...act}>
      <div className={layout['two']}>
        <Select
          label={t.text('publishers.condition.type')}
          placeholder={t.text('publishers.condition.anyType')}
          data={PLACEMENT_TYPES.map((value) => ({ value, label: t.text(`words.type.${value}`) }))}
          clearable
          data-autofocus
          {...form.getInputProps('type')}
        />
        <Select
          label={t.text('publishers.condition.site')}
          placeholder={t.text('publishers.condition.allSites')}
          data={sites.map(({ siteId, displayHost }) => ({ value: siteId, label: displayHost }))}
          clearable
          {...form.getInputProps('siteId')}
        />
        <TextInput
          label={t.text('publishers.condition.price')}
          inputMode="decimal"
          {...form.getInputProps('price')}
        />
        <Select
          label={t.text('publishers.condition.currency')}
          data={CURRENCIES}
          allowDeselect={false}
          searchable
          {...form.getInputProps('currency')}
        />
        <Select
          label={t.text('publishers.condition.rel')}
          data={REL_TERMS.map((value) => ({ value, label: t.text(`words.rel.${value}`) }))}
          clearable
          {...form.getInputProps('relPolicy')}
        />
        <NumberInput
          label={t.text('publishers.condition.turnaround')}
          min={0}
          max={3650}
          allowDecimal={false}
          {...form.getInputProps('turnaroundDays')}
        />
        <NumberInput
          label={t.text('publishers.condition.from')}
          min={0}
          allowDecimal={false}
          {...form.getInputProps('wordsFrom')}
        />
        <NumberInput
          label={t.text('publishers.condition.to')}
          min={0}
          allowDecimal={false}
          {...form.getInputProps('wordsTo')}
        />
      </div>
      <TagsInput
        label={t.text('publishers.condition.topics')}
        description={t.text('publishers.condition.topicsWhat')}
        {...form.getInputProps('refusedTopics')}
      />
      <TextInput
        type="date"
        label={t.text('publishers.condition.asked')}
        {...form.getInputProps('askedOn')}
      />
      <Textarea label={t.text('publishers.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
    </FormDialog>
  );
}
