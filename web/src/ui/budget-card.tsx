import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { query } from '../api/client.js';
import type { components } from '../api/schema.generated.js';
import type { Messages } from '../i18n/messages.js';
import { useMessages } from '../i18n/messages-provider.js';
import { priceInWords } from '../i18n/money.js';
import { Facts, Panel } from './page.js';
import layout from './record-page.module.css';

type Figures = components['schemas']['BudgetInCurrency'];

/** The keys under which answers about budgets are kept. */
export const BUDGETS = ['get', '/api/v1/campaigns/{id}/budget'] as const;

/** What the orders of a campaign use of its budget: spent, committed, free; other currencies without a rate stand apart. Nothing where there is neither. */
export function BudgetCard({ campaignId }: { readonly campaignId: string }) {
  const t = useMessages();
  const { data } = useQuery(
    query.queryOptions('get', '/api/v1/campaigns/{id}/budget', { params: { path: { id: campaignId } } }),
  );
  if (data === undefined || (data.budgetMinor === null && data.orders === 0)) return null;
  return (
    <Panel
      title={t.text('orders.budget.title')}
      aside={
        <Link to="/orders" search={{ campaign: campaignId }}>
          {t.text('orders.budget.orders', { count: data.orders })}
        </Link>
      }
    >
      <Share figures={data} />
      <Facts rows={rowsOf(data, t)} />
      {data.inOtherCurrencies.map((other) => (
        <div key={other.currency}>
          <p className={layout['quiet']}>{t.text('orders.budget.apart', { currency: other.currency })}</p>
          <Facts rows={rowsOf(other, t)} />
        </div>
      ))}
    </Panel>
  );
}

function rowsOf(
  { currency, budgetMinor, spentMinor, committedMinor, creditedMinor, freeMinor }: Figures,
  t: Messages,
) {
  const rows = [
    { name: t.text('orders.budget.whole'), minor: budgetMinor },
    { name: t.text('orders.budget.spent'), minor: spentMinor },
    { name: t.text('orders.budget.committed'), minor: committedMinor },
    { name: t.text('orders.budget.credited'), minor: creditedMinor === 0 ? null : creditedMinor },
    {
      name: t.text(freeMinor !== null && freeMinor < 0 ? 'orders.budget.over' : 'orders.budget.free'),
      minor: freeMinor,
    },
  ];
  return rows.flatMap(({ name, minor }) =>
    minor === null ? [] : [{ name, value: priceInWords(Math.abs(minor), currency, t) }],
  );
}

function Share({ figures }: { readonly figures: Figures }) {
  const t = useMessages();
  const { budgetMinor, spentMinor, committedMinor, creditedMinor } = figures;
  if (budgetMinor === null || budgetMinor === 0) return null;
  const share = (minor: number) => Math.max(0, Math.min(100, (minor / budgetMinor) * 100));
  const spent = share(spentMinor - creditedMinor);
  return (
    <Progress.Root size="md" mb="sm">
      <Progress.Section value={spent} aria-label={t.text('orders.budget.spent')} />
      <Progress.Section
        value={Math.min(100 - spent, share(committedMinor))}
        color="gray"
        aria-label={t.text('orders.budget.committed')}
      />
    </Progress.Root>
  );
}
