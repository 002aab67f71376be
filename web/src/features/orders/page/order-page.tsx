import { Button, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { BudgetCard } from '../../../ui/budget-card.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Facts, Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { numberInWords } from '../list/order-columns.js';
import { OrderStateBadge } from '../order-state.js';
import type { OrderDetail } from '../order-views.js';
import { orderActs, orderDetail } from '../orders-api.js';
import { RenewDialog } from './act-dialogs.js';
import { EditDialog } from './edit-dialog.js';
import { LinesPanel } from './lines-panel.js';
import { NextCard, useOrderAct } from './next-card.js';

const route = getRouteApi('/frame/orders/$id');

/** An order: what it buys, what it costs, what became of it, and the one thing to do next. */
export function OrderPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(orderDetail(id));
  useKeys([
    { keys: 'Escape', label: t.text('app.keys.backToList'), run: () => void navigate({ to: '/orders' }) },
  ]);
  return (
    <Page>
      <PageHeader
        title={data ? numberInWords(data, t) : t.text('orders.one')}
        parent={<Link to="/orders">{t.text('orders.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Body key={data.id} order={data} /> : !error && <Skeleton height={280} radius="lg" />}
    </Page>
  );
}

function Body({ order }: { readonly order: OrderDetail }) {
  return (
    <>
      <div className={layout['top']}>
        <div className={layout['lead']}>
          <OrderStateBadge state={order.state} />
          {order.lostLineCount > 0 && <OrderStateBadge state="lost" />}
          <span>{[order.supplier?.name, order.brandName].filter(Boolean).join(' · ')}</span>
        </div>
        <Acts order={order} />
      </div>
      <NextCard order={order} />
      <div className={layout['columns']}>
        <div className={layout['main']}>
          <LinesPanel order={order} />
          {order.credits.length > 0 && <CreditsPanel order={order} />}
          <RecordTimeline kind="order" id={order.id} notesOn={{ kind: 'order', id: order.id }} />
        </div>
        <div className={layout['aside']}>
          <FactsPanel order={order} />
          {order.campaignId && <BudgetCard campaignId={order.campaignId} />}
        </div>
      </div>
    </>
  );
}

function Acts({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const [open, setOpen] = useState<'edit' | 'cancel' | 'renew' | null>(null);
  const run = useOrderAct();
  const close = () => setOpen(null);
  const isOver = order.stage === 'cancelled';
  const mayRenew = order.stage === 'ordered' && order.endsOn !== null && order.renewal !== 'renewed';
  const isPaid = order.lines.some(({ paidOn }) => paidOn !== null);
  return (
    <div className={layout['acts']}>
      {mayWrite && mayRenew && order.nextStep !== 'decide_renewal' && (
        <Button variant="default" onClick={() => setOpen('renew')}>
          {t.text('orders.act.renew')}
        </Button>
      )}
      {mayWrite && mayRenew && order.renewal !== 'let_end' && (
        <Button variant="default" onClick={() => void run(() => orderActs.letEnd(order.id))}>
          {t.text('orders.act.letEnd')}
        </Button>
      )}
      {mayWrite && !isOver && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
          onClick={() => setOpen('edit')}
        >
          {t.text('orders.edit')}
        </Button>
      )}
      {mayManage && !isOver && !isPaid && (
        <Button variant="default" onClick={() => setOpen('cancel')}>
          {t.text('orders.act.cancel')}
        </Button>
      )}
      {open === 'edit' && <EditDialog order={order} onClose={close} />}
      {open === 'renew' && <RenewDialog order={order} onClose={close} />}
      <CancelDialog order={order} opened={open === 'cancel'} onClose={close} />
    </div>
  );
}

function CancelDialog({ order, ...rest }: { order: OrderDetail; opened: boolean; onClose: () => void }) {
  const t = useMessages();
  const run = useOrderAct();
  return (
    <ConfirmDialog
      {...rest}
      title={t.text('orders.act.cancel')}
      verb={t.text('orders.act.cancel')}
      onConfirm={() => run(() => orderActs.cancel(order.id))}
    >
      {t.text('orders.cancelWhat', { count: order.lineCount })}
    </ConfirmDialog>
  );
}

function CreditsPanel({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  return (
    <Panel title={t.text('orders.credits')} flush>
      <Rows label={t.text('orders.credits')}>
        {order.credits.map((credit) => (
          <ListRow
            key={credit.id}
            title={priceInWords(credit.amountMinor, order.currency, t)}
            note={[
              dayInWords(credit.creditedOn, t),
              t.text('orders.vat', { amount: priceInWords(credit.vatMinor, order.currency, t) }),
              credit.reference,
              credit.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Rows>
    </Panel>
  );
}

function FactsPanel({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  return (
    <Panel title={t.text('orders.about')}>
      <Facts rows={factsOf(order, t)} />
    </Panel>
  );
}

function factsOf(order: OrderDetail, t: Messages) {
  const day = (on: string | null) => (on ? dayInWords(on, t) : null);
  const link = (id: string, word: string) => (
    <Link to="/orders/$id" params={{ id }}>
      {word}
    </Link>
  );
  const rows = [
    {
      name: t.text('orders.form.supplier'),
      value: order.supplier && (
        <Link to="/publishers/$id" params={{ id: order.supplier.id }}>
          {order.supplier.name}
        </Link>
      ),
    },
    { name: t.text('orders.column.client'), value: `${order.clientName} · ${order.brandName}` },
    { name: t.text('orders.form.label'), value: t.text(`orders.label.${order.labelAgreed ?? 'unknown'}`) },
    { name: t.text('orders.term'), value: termInWords(order, t) },
    { name: t.text('orders.form.po'), value: order.poReference },
    { name: t.text('orders.pay.invoice'), value: order.invoiceReference },
    { name: t.text('orders.orderedOn'), value: day(order.orderedOn) },
    { name: t.text('orders.paidDay'), value: day(order.paidOn) },
    { name: t.text('orders.owner'), value: order.ownerName },
    {
      name: t.text('orders.renews'),
      value: order.renewsOrderId && link(order.renewsOrderId, t.text('orders.before')),
    },
    {
      name: t.text('orders.renewed'),
      value: order.renewedByOrderId && link(order.renewedByOrderId, t.text('orders.after')),
    },
    {
      name: t.text('orders.form.notes'),
      value: order.notes && <p className={layout['notes']}>{order.notes}</p>,
    },
  ];
  return rows.filter(({ value }) => Boolean(value));
}

function termInWords({ termMonths, startsOn, endsOn, renewal }: OrderDetail, t: Messages): string {
  if (endsOn && startsOn) {
    const days = t.text('orders.termDays', { from: dayInWords(startsOn, t), to: dayInWords(endsOn, t) });
    return renewal === 'let_end' ? `${days} · ${t.text('orders.endsThen')}` : days;
  }
  if (endsOn) return t.text('orders.termUntil', { to: dayInWords(endsOn, t) });
  return termMonths === null ? t.text('orders.forGood') : t.text('orders.months', { count: termMonths });
}
