import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { amountTyped, minorOf, priceInWords } from '../../../i18n/money.js';
import { dayIn } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { OrderDetail, OrderLine } from '../order-views.js';
import { orderActs, placementsToBuy, refreshOrders } from '../orders-api.js';

interface Props {
  readonly order: OrderDetail;
  readonly onClose: () => void;
}

type LineProps = Props & { readonly line: OrderLine };

/** Notes that the supplier was paid for all that may be paid. */
export function PayDialog({ order, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { invoiceReference: '', paidOn: dayIn(new Date(), t) },
    validate: {
      invoiceReference: (text) => (text.trim() === '' ? t.text('orders.pay.invoiceNeeded') : null),
    },
  });
  const act = useFormAct(form, async (body) => {
    await orderActs.pay(order.id, body);
    await refreshOrders(queries);
    onClose();
  });
  const amount = priceInWords(order.sums.payableMinor, order.currency, t);
  return (
    <FormDialog title={t.text('orders.act.pay')} verb={t.text('orders.act.pay')} onClose={onClose} {...act}>
      <p>{t.text('orders.pay.what', { amount })}</p>
      <TextInput
        label={t.text('orders.pay.invoice')}
        maxLength={100}
        data-autofocus
        {...form.getInputProps('invoiceReference')}
      />
      <TextInput type="date" label={t.text('orders.pay.on')} {...form.getInputProps('paidOn')} />
    </FormDialog>
  );
}

/** Notes what the supplier gave back for a line. */
export function CreditDialog({ order, line, onClose }: LineProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const rest = line.buyingMinor - line.creditedMinor;
  const form = useForm({
    initialValues: {
      amountMinor: amountTyped(rest, order.currency),
      reference: '',
      reason: '',
      creditedOn: dayIn(new Date(), t),
    },
    validate: {
      amountMinor: (typed) =>
        (minorOf(typed, order.currency) ?? 0) > 0 ? null : t.text('orders.form.noAmount'),
    },
  });
  const act = useFormAct(form, async ({ amountMinor, ...words }, headers) => {
    const body = { ...words, amountMinor: minorOf(amountMinor, order.currency) ?? 0 };
    await orderActs.credit(order.id, line.id, body, headers);
    await refreshOrders(queries);
    onClose();
  });
  const verb = t.text('orders.act.credit');
  return (
    <FormDialog title={verb} verb={verb} onClose={onClose} {...act}>
      <TextInput
        label={t.text('orders.credit.amount', { currency: order.currency })}
        description={t.text('orders.credit.rest', { amount: priceInWords(rest, order.currency, t) })}
        inputMode="decimal"
        data-autofocus
        {...form.getInputProps('amountMinor')}
      />
      <TextInput
        label={t.text('orders.credit.reference')}
        maxLength={100}
        {...form.getInputProps('reference')}
      />
      <TextInput type="date" label={t.text('orders.credit.on')} {...form.getInputProps('creditedOn')} />
      <Textarea
        label={t.text('orders.credit.reason')}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

/** Says where the supplier put the link instead. */
export function ReplaceDialog({ order, line, onClose }: LineProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { sourceUrl: '' },
    validate: { sourceUrl: (url) => (url.trim() === '' ? t.text('orders.replace.pageNeeded') : null) },
  });
  const act = useFormAct(form, async ({ sourceUrl }, headers) => {
    await orderActs.replace(order.id, line.id, { sourceUrl: sourceUrl.trim() }, headers);
    await refreshOrders(queries);
    onClose();
  });
  const verb = t.text('orders.act.replace');
  return (
    <FormDialog title={verb} verb={verb} onClose={onClose} {...act}>
      <p>{t.text('orders.replace.what')}</p>
      <TextInput
        label={t.text('orders.replace.page')}
        inputMode="url"
        data-autofocus
        {...form.getInputProps('sourceUrl')}
      />
    </FormDialog>
  );
}

/** Says which placement a line buys. */
export function TieDialog({ order, line, onClose }: LineProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const placements = useQuery(placementsToBuy(order.brandId)).data?.items ?? [];
  const form = useForm<{ placementId: string | null }>({
    initialValues: { placementId: null },
    validate: { placementId: (id) => (id === null ? t.text('orders.tie.needed') : null) },
  });
  const act = useFormAct(form, async ({ placementId }) => {
    await orderActs.tie(order.id, line.id, placementId ?? '');
    await refreshOrders(queries);
    onClose();
  });
  const verb = t.text('orders.act.tie');
  return (
    <FormDialog title={verb} verb={verb} onClose={onClose} {...act}>
      <Select
        label={t.text('orders.tie.placement')}
        description={t.text('orders.tie.what')}
        data={placements.map((one) => ({
          value: one.id,
          label: `${one.sourceUrl ?? one.sourceHost} → ${one.targetPath}`,
        }))}
        searchable
        nothingFoundMessage={t.text('orders.tie.none')}
        data-autofocus
        {...form.getInputProps('placementId')}
      />
    </FormDialog>
  );
}

/** Makes the order that goes on with this one. */
export function RenewDialog({ order, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<{ termMonths: number | string }>({
    initialValues: { termMonths: order.termMonths ?? '' },
  });
  const act = useFormAct(form, async ({ termMonths }, headers) => {
    const body = { termMonths: typeof termMonths === 'number' ? termMonths : null };
    const made = await orderActs.renew(order.id, body, headers);
    await refreshOrders(queries);
    onClose();
    await navigate({ to: '/orders/$id', params: { id: made.id } });
  });
  const verb = t.text('orders.act.renew');
  return (
    <FormDialog title={verb} verb={verb} onClose={onClose} {...act}>
      <p>{t.text('orders.renew.what')}</p>
      <NumberInput
        label={t.text('orders.form.term')}
        description={t.text('orders.form.termWhat')}
        min={1}
        max={600}
        allowDecimal={false}
        data-autofocus
        {...form.getInputProps('termMonths')}
      />
    </FormDialog>
  );
}
