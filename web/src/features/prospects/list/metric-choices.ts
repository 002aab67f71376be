import { METRIC_SOURCES, METRICS_OF } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { metricTitle } from '../../../ui/metric-words.js';

/** The figures one can choose from, with the names they have on screen, by who measures them. */
export function useMetricChoices(): { value: string; label: string }[] {
  const t = useMessages();
  return METRIC_SOURCES.flatMap((source) =>
    METRICS_OF[source].map((metric) => ({
      value: `${source}.${metric}`,
      label: metricTitle({ source, metric }, t),
    })),
  );
}
