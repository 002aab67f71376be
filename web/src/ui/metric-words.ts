import type { MetricView } from '../api/prospect-views.js';
import { numberFormat } from '../i18n/formats.js';
import { formatTag, type Messages } from '../i18n/messages.js';
import { dayInWords } from '../i18n/times.js';

type Named = Pick<MetricView, 'source' | 'metric'>;

/** The figures that say a share: the higher the better the place, said as "top 4 %". */
const PERCENTILES = ['harmonic_percentile', 'pagerank_percentile'];

/** Who measured, as that tool calls itself. */
export function sourceName(source: string, t: Messages): string {
  const key = `prospects.source.${source}`;
  return t.has(key) ? t.text(key) : source.replaceAll('_', ' ');
}

/** What was measured: "Domain rating"; a figure nobody named is said as the file said it. */
export function metricName({ source, metric }: Named, t: Messages): string {
  const own = `prospects.metric.${source}.${metric}`;
  if (t.has(own)) return t.text(own);
  const shared = `prospects.metric.${metric}`;
  return t.has(shared) ? t.text(shared) : metric.replaceAll('_', ' ');
}

/** The head of a column: who measured and what, short. */
export function metricTitle(named: Named, t: Messages): string {
  return t.text('prospects.metric.of', { source: sourceName(named.source, t), metric: metricName(named, t) });
}

/** The head of a narrow column: who measured, and the letters everybody in the trade knows the figure by. */
export function metricShort(named: Named, t: Messages): string {
  const whole = `prospects.metric.whole.${named.metric}`;
  if (t.has(whole)) return t.text(whole);
  const key = `prospects.metric.short.${named.metric}`;
  const metric = t.has(key) ? t.text(key) : metricName(named, t);
  return t.text('prospects.metric.of', { source: sourceName(named.source, t), metric });
}

/** The figure as it is read: "71", "12,400", "top 4 %". */
export function metricFigure({ metric, value }: Pick<MetricView, 'metric' | 'value'>, t: Messages): string {
  const format = numberFormat(formatTag(t.locale), { maximumFractionDigits: 1 });
  if (!PERCENTILES.includes(metric)) return format.format(value);
  return t.text('prospects.metric.top', { share: format.format(Math.max(100 - value, 0.1)) });
}

/** When it was measured and in which release, for those who want to know. */
export function metricWhen(
  { measuredOn, release }: Pick<MetricView, 'measuredOn' | 'release'>,
  t: Messages,
): string {
  const day = dayInWords(measuredOn, t);
  return release
    ? t.text('prospects.metric.measuredIn', { day, release })
    : t.text('prospects.metric.measured', { day });
}
