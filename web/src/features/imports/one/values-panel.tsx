import { Select } from '@mantine/core';
import type { ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { hasDays, hasFractions, lacksCurrency } from '../column-mapping.js';
import classes from '../imports.module.css';
import type { Planning } from './use-plan.js';

/** Currencies of prices without one; any other is written beside the price in the file. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'AUD', 'CAD'];

interface Props {
  readonly made: ImportView;
  readonly planning: Planning;
  readonly isMissing: boolean;
}

/** How the file writes days, numbers and prices. What its cells do not prove is asked, never guessed. */
export function ValuesPanel({ made, planning: { plan, change }, isMissing }: Props) {
  const t = useMessages();
  const { values, mapping, options } = plan;
  const asks = { days: hasDays(mapping), fractions: hasFractions(mapping), currency: lacksCurrency(mapping) };
  if (!asks.days && !asks.fractions && !asks.currency) return null;
  const isOpen = (question: 'date_order' | 'decimal', value: string) =>
    value === 'unknown' && made.questions.includes(question);
  const errorOf = (question: 'date_order' | 'decimal', value: string) =>
    isMissing && isOpen(question, value) ? t.text('imports.values.say') : null;
  return (
    <Panel title={t.text('imports.values.title')}>
      <div className={classes['three']}>
        {asks.days && (
          <Select
            label={t.text('imports.values.dateOrder')}
            description={t.text(
              isOpen('date_order', values.dateOrder)
                ? 'imports.values.dateOrderOpen'
                : 'imports.values.dateOrderWhat',
            )}
            placeholder={t.text(
              isOpen('date_order', values.dateOrder) ? 'imports.values.choose' : 'imports.values.notNeeded',
            )}
            required={isOpen('date_order', values.dateOrder)}
            error={errorOf('date_order', values.dateOrder)}
            data={(['day_first', 'month_first'] as const).map((value) => ({
              value,
              label: t.text(`imports.values.${value}`),
            }))}
            value={values.dateOrder === 'unknown' ? null : values.dateOrder}
            allowDeselect={false}
            onChange={(dateOrder) => dateOrder && change({ values: { ...values, dateOrder } })}
          />
        )}
        {asks.fractions && (
          <Select
            label={t.text('imports.values.decimal')}
            description={t.text(
              isOpen('decimal', values.decimal) ? 'imports.values.decimalOpen' : 'imports.values.decimalWhat',
            )}
            placeholder={t.text(
              isOpen('decimal', values.decimal) ? 'imports.values.choose' : 'imports.values.notNeeded',
            )}
            required={isOpen('decimal', values.decimal)}
            error={errorOf('decimal', values.decimal)}
            data={(['point', 'comma'] as const).map((value) => ({
              value,
              label: t.text(`imports.values.${value}`),
            }))}
            value={values.decimal === 'unknown' ? null : values.decimal}
            allowDeselect={false}
            onChange={(decimal) => decimal && change({ values: { ...values, decimal } })}
          />
        )}
        {asks.currency && (
          <Select
            label={t.text('imports.values.currency')}
            description={t.text('imports.values.currencyWhat')}
            placeholder={t.text('imports.values.noCurrency')}
            data={CURRENCIES}
            value={options.defaults.currency ?? null}
            searchable
            clearable
            onChange={(currency) => {
              const { currency: _, ...defaults } = options.defaults;
              change({ options: { ...options, defaults: { ...defaults, ...(currency && { currency }) } } });
            }}
          />
        )}
      </div>
    </Panel>
  );
}
