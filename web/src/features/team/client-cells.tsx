import { useMessages } from '../../i18n/messages-provider.js';
import { priceInWords } from '../../i18n/money.js';
import { countInWords } from '../../i18n/times.js';
import { AddressLink } from '../../ui/address-link.js';
import { FigureLink } from './figure-link.js';
import classes from './team.module.css';
import type { TeamMoney, TeamMonth } from './team-api.js';

interface Props {
  readonly month: TeamMonth;
  /** Whose figures these are, for who hears them. */
  readonly whose: string;
}

/** What was delivered against what was agreed: a bar, and both numbers. */
export function DeliveredCell({ month: { delivered, agreed }, whose }: Props) {
  const t = useMessages();
  const share = agreed.count === 0 ? 0 : Math.min(1, delivered.count / agreed.count);
  const count = countInWords(agreed.count, true, t);
  return (
    <span className={classes['delivered']}>
      {agreed.count > 0 && (
        <span className={classes['bar']} data-full={share === 1 || undefined} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className={classes['pair']}>
        <FigureLink figure={delivered} what={t.text('team.what.delivered', { whose })} />
        <FigureLink
          figure={agreed}
          what={t.text('team.what.agreed', { whose })}
          text={t.text(agreed.count === 0 ? 'team.nothingAgreed' : 'team.ofAgreed', { count })}
        />
      </span>
    </span>
  );
}

/** What is still due of what was agreed, and what is awaited by the end of the month. */
export function DueCell({ month: { due, coming }, whose }: Props) {
  const t = useMessages();
  return (
    <span className={classes['pair']}>
      <FigureLink figure={due} what={t.text('team.what.due', { whose })} tone="late" />
      {coming.count > 0 && (
        <FigureLink
          figure={coming}
          what={t.text('team.what.coming', { whose })}
          text={t.text('team.coming', { count: coming.count })}
        />
      )}
    </span>
  );
}

/** What orders use of the budget, in each currency apart. A sum has no bar: what clients without a budget use is no part of one. */
export function MoneyCell({ month: { money, orders }, whose, isSum }: Props & { readonly isSum: boolean }) {
  const t = useMessages();
  if (money.length === 0) return <span className={classes['nothing']}>—</span>;
  return (
    <span className={classes['money']}>
      {money.map((one) => {
        const price = (minor: number) => priceInWords(minor, one.currency, t);
        return (
          <span key={one.currency} className={classes['currency']}>
            {!isSum && one.budgetMinor !== null && one.budgetMinor > 0 && <MoneyBar money={one} />}
            <span className={classes['pair']}>
              <AddressLink
                address={orders.spentAddress}
                className={classes['figure']}
                label={t.text('team.figure', {
                  count: t.text('team.spent', { amount: price(one.spentMinor) }),
                  what: t.text('team.what.spent', { whose }),
                })}
              >
                {t.text('team.spent', { amount: price(one.spentMinor) })}
              </AddressLink>
              <AddressLink
                address={orders.committedAddress}
                className={classes['figure']}
                label={t.text('team.figure', {
                  count: t.text('team.committed', { amount: price(one.committedMinor) }),
                  what: t.text('team.what.committed', { whose }),
                })}
              >
                {t.text('team.committed', { amount: price(one.committedMinor) })}
              </AddressLink>
            </span>
            <span className={classes['quiet']}>{budgetInWords(one, price, t)}</span>
          </span>
        );
      })}
    </span>
  );
}

function budgetInWords(
  { budgetMinor, freeMinor }: TeamMoney,
  price: (minor: number) => string,
  t: ReturnType<typeof useMessages>,
): string {
  if (budgetMinor === null || freeMinor === null) return t.text('team.noBudget');
  const words = { budget: price(budgetMinor), free: price(Math.abs(freeMinor)) };
  return t.text(freeMinor < 0 ? 'team.budgetOver' : 'team.budgetFree', words);
}

function MoneyBar({ money: { budgetMinor, spentMinor, committedMinor } }: { readonly money: TeamMoney }) {
  const whole = budgetMinor ?? 1;
  const spent = Math.min(1, Math.max(0, spentMinor / whole));
  const committed = Math.min(1 - spent, Math.max(0, committedMinor / whole));
  return (
    <span className={classes['bar']} aria-hidden>
      <span style={{ width: `${spent * 100}%` }} />
      <span data-lighter style={{ width: `${committed * 100}%` }} />
    </span>
  );
}
