import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { OrderDetail } from '../order-views.js';
import classes from '../orders.module.css';
import { orderActs, refreshOrders } from '../orders-api.js';
import { PayDialog, RenewDialog } from './act-dialogs.js';

/** The state of an order as one sentence, with the one thing to do next. */
export function NextCard({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  return (
    <Panel>
      <div className={classes['next']}>
        <p className={classes['sentence']} role="status">
          {sentenceOf(order, t)}
        </p>
        <NextAct order={order} />
      </div>
    </Panel>
  );
}

function sentenceOf(order: OrderDetail, t: Messages): string {
  const amount = priceInWords(order.sums.payableMinor, order.currency, t);
  const day = order.endsOn ? dayInWords(order.endsOn, t) : '';
  if (order.nextStep === 'none') return t.text(`orders.sentence.${order.state}`);
  const waiting = order.lines.find(({ whyNotPayable }) => whyNotPayable !== null)?.whyNotPayable ?? null;
  if (order.nextStep === 'await_live' && waiting !== null) return t.text(`orders.why.${waiting}`);
  return t.text(`orders.sentence.${order.nextStep}`, { amount, day, count: order.lostLineCount });
}

function NextAct({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const [open, setOpen] = useState<'pay' | 'renew' | null>(null);
  const run = useOrderAct();
  switch (order.nextStep) {
    case 'approve':
      if (!mayManage) return null;
      return (
        <Button onClick={() => void run(() => orderActs.approve(order.id))}>
          {t.text('orders.act.approve')}
        </Button>
      );
    case 'order':
      if (!mayWrite) return null;
      return (
        <Button onClick={() => void run(() => orderActs.order(order.id))}>
          {t.text('orders.act.order')}
        </Button>
      );
    case 'pay':
      if (!mayManage) return null;
      return (
        <>
          <Button onClick={() => setOpen('pay')}>{t.text('orders.act.pay')}</Button>
          {open === 'pay' && <PayDialog order={order} onClose={() => setOpen(null)} />}
        </>
      );
    case 'decide_renewal':
      if (!mayWrite) return null;
      return (
        <>
          <Button onClick={() => setOpen('renew')}>{t.text('orders.act.renew')}</Button>
          {open === 'renew' && <RenewDialog order={order} onClose={() => setOpen(null)} />}
        </>
      );
    case 'settle_loss':
    case 'replace_or_drop':
    case 'tie_placement':
    case 'await_live':
    case 'none':
      return null;
  }
}

/** Does something with an order and asks for it again; a refusal is told. */
export function useOrderAct() {
  const t = useMessages();
  const queries = useQueryClient();
  return (act: () => Promise<unknown>): Promise<void> =>
    act()
      .then(
        () => undefined,
        (error: unknown) => toastProblem(t, error),
      )
      .finally(() => void refreshOrders(queries));
}
