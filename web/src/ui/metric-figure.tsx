import type { MetricView } from '../api/prospect-views.js';
import { useMessages } from '../i18n/messages-provider.js';
import { metricFigure, metricTitle, metricWhen } from './metric-words.js';

/** One figure of a site; who measured it and when stands on hover, because figures of different tools are never mixed. */
export function MetricFigure({ metric }: { readonly metric: MetricView | undefined }) {
  const t = useMessages();
  if (!metric) return <span title={t.text('prospects.metric.none')}>—</span>;
  return (
    <span title={`${metricTitle(metric, t)} · ${metricWhen(metric, t)}`}>{metricFigure(metric, t)}</span>
  );
}
