import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { OrderStateBadge } from '../order-state.js';
import type { OrderDetail, OrderLine } from '../order-views.js';
import classes from '../orders.module.css';
import { orderActs } from '../orders-api.js';
import { CreditDialog, ReplaceDialog, TieDialog } from './act-dialogs.js';
import { useOrderAct } from './next-card.js';

/** What an order buys: each line with its placement, its money, and why it is not payable yet. */
export function LinesPanel({ order }: { readonly order: OrderDetail }) {
  const t = useMessages();
  const { buyingMinor, buyingVatMinor, sellingMinor } = order.sums;
  const price = (minor: number) => priceInWords(minor, order.currency, t);
  return (
    <Panel title={t.text('orders.form.lines')} flush>
      <ul className={classes['lines']} aria-label={t.text('orders.form.lines')}>
        {order.lines.map((line) => (
          <Line key={line.id} order={order} line={line} />
        ))}
      </ul>
      <p className={classes['sum']}>
        <span>{t.text('orders.sum.buying', { amount: price(buyingMinor), vat: price(buyingVatMinor) })}</span>
        <strong>{t.text('orders.sum.whole', { amount: price(buyingMinor + buyingVatMinor) })}</strong>
        {sellingMinor !== null && (
          <span>
            {t.text('orders.sum.selling', {
              amount: price(sellingMinor),
              margin: price(sellingMinor - buyingMinor),
            })}
          </span>
        )}
      </p>
    </Panel>
  );
}

function Line({ order, line }: { readonly order: OrderDetail; readonly line: OrderLine }) {
  const t = useMessages();
  const isClosed = line.state === 'replaced' || line.state === 'cancelled';
  const price = (minor: number) => priceInWords(minor, order.currency, t);
  const { placement } = line;
  return (
    <li className={classes['line']} data-closed={isClosed || undefined}>
      <div className={classes['lineTitle']}>
        {line.displayHost ?? (line.description || t.text('orders.noSite'))}
        <OrderStateBadge state={line.state} />
      </div>
      <div className={classes['amount']}>
        {price(line.buyingMinor)}
        <div className={classes['amountNote']}>
          {t.text('orders.vat', { amount: price(line.buyingVatMinor) })}
        </div>
      </div>
      <p className={classes['lineNote']}>{noteOf(order, line, t)}</p>
      {placement && (
        <div className={classes['lineActs']}>
          <StateBadge state={placement.state} rechecking={placement.rechecking} />
          <Link to="/placements/$id" params={{ id: placement.id }}>
            {placement.sourceUrl ?? t.text('orders.placement')}
          </Link>
        </div>
      )}
      {!isClosed && <LineActs order={order} line={line} />}
    </li>
  );
}

function noteOf(order: OrderDetail, line: OrderLine, t: Messages): string {
  const price = (minor: number) => priceInWords(minor, order.currency, t);
  const parts = [
    line.description && line.displayHost ? line.description : null,
    line.whyNotPayable ? t.text(`orders.why.${line.whyNotPayable}`) : null,
    line.paidOn
      ? t.text('orders.paidOn', { day: dayInWords(line.paidOn, t), invoice: line.invoiceReference })
      : null,
    line.creditedMinor > 0 ? t.text('orders.creditedOf', { amount: price(line.creditedMinor) }) : null,
    line.state === 'replaced' ? t.text('orders.replacedNow') : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function LineActs({ order, line }: { readonly order: OrderDetail; readonly line: OrderLine }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const [open, setOpen] = useState<'credit' | 'replace' | 'tie' | null>(null);
  const run = useOrderAct();
  const props = { order, line, onClose: () => setOpen(null) };
  const isPaid = line.paidOn !== null;
  const mayReplace = mayWrite && line.placement !== null && line.state !== 'credited';
  const button = (word: string, act: () => void) => (
    <Button variant="default" size="compact-sm" onClick={act}>
      {word}
    </Button>
  );
  return (
    <div className={classes['lineActs']}>
      {mayWrite && line.placement === null && button(t.text('orders.act.tie'), () => setOpen('tie'))}
      {mayManage &&
        isPaid &&
        line.state !== 'credited' &&
        button(t.text('orders.act.credit'), () => setOpen('credit'))}
      {mayReplace &&
        order.stage === 'ordered' &&
        button(t.text('orders.act.replace'), () => setOpen('replace'))}
      {mayManage &&
        !isPaid &&
        order.lineCount > 1 &&
        button(t.text('orders.act.drop'), () => void run(() => orderActs.drop(order.id, line.id)))}
      {open === 'credit' && <CreditDialog {...props} />}
      {open === 'replace' && <ReplaceDialog {...props} />}
      {open === 'tie' && <TieDialog {...props} />}
    </div>
  );
}
