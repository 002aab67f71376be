import { Button, Menu } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MetricView, ProspectDetail } from '../../../api/prospect-views.js';
import { METRIC_SOURCES } from '../../../api/prospect-words.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { metricFigure, metricName, metricTitle, sourceName } from '../../../ui/metric-words.js';
import { Panel } from '../../../ui/page.js';
import classes from '../prospects.module.css';
import { siteMetrics } from '../site-api.js';
import { MetricDialog } from './metric-dialog.js';
import { MetricHistory } from './metric-history.js';
import { useProspectActs } from './prospect-acts.js';

/** The figures of the site, each source by itself with the day it measured; a figure opens its history. */
export function MetricsCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { data } = useQuery(siteMetrics(prospect.siteId));
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<MetricView | null>(null);
  const latest = data?.latest ?? [];
  return (
    <Panel
      title={t.text('prospects.metric.title')}
      aside={mayWrite && <Measure prospect={prospect} onAdd={() => setAdding(true)} />}
    >
      {data && latest.length === 0 && (
        <div className={classes['quiet']}>{t.text('prospects.metric.empty')}</div>
      )}
      {METRIC_SOURCES.filter((source) => latest.some((one) => one.source === source)).map((source) => (
        <Source
          key={source}
          source={source}
          metrics={latest.filter((one) => one.source === source)}
          onShow={setShown}
        />
      ))}
      {isAdding && <MetricDialog prospect={prospect} onClose={() => setAdding(false)} />}
      {shown && (
        <MetricHistory
          title={metricTitle(shown, t)}
          history={(data?.history ?? []).filter(
            (one) => one.source === shown.source && one.metric === shown.metric,
          )}
          onClose={() => setShown(null)}
        />
      )}
    </Panel>
  );
}

interface SourceProps {
  readonly source: string;
  readonly metrics: readonly MetricView[];
  readonly onShow: (metric: MetricView) => void;
}

function Source({ source, metrics, onShow }: SourceProps) {
  const t = useMessages();
  return (
    <>
      <p className={classes['group']}>{sourceName(source, t)}</p>
      <table className={classes['table']}>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric.metric}>
              <th scope="row">{metricName(metric, t)}</th>
              <td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onShow(metric)}
                  aria-label={t.text('prospects.metric.history', {
                    figure: metricFigure(metric, t),
                    metric: metricName(metric, t),
                  })}
                >
                  {metricFigure(metric, t)}
                </Button>
              </td>
              <td className={classes['quiet']}>{dayInWords(metric.measuredOn, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Measure({ prospect, onAdd }: { readonly prospect: ProspectDetail; readonly onAdd: () => void }) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconChartBar size={16} stroke={1.75} aria-hidden />}
        >
          {t.text('prospects.metric.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAdd}>{t.text('prospects.metric.byHand')}</Menu.Item>
        {(['ahrefs', 'moz'] as const).map((service) => (
          <Menu.Item key={service} onClick={() => void acts.measure(service)}>
            {t.text('prospects.metric.ask', { source: sourceName(service, t) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
