import { Skeleton, Tabs } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckView, EvidenceView, PlacementDetail } from '../../../api/placement-views.js';
import { isProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { placementChecks, placementEvidence } from '../placements-api.js';
import { ChangesView, HtmlView } from './html-view.js';
import { keyed } from './keyed.js';
import classes from './placement.module.css';
import { RedirectsView } from './redirects-view.js';

/** The page as the last check saw it: what changed, the HTML with the link marked, headers, redirects. */
export function EvidenceCard({ placement }: { readonly placement: PlacementDetail }) {
  if (placement.lastCheck === null) return null;
  return <Evidence placement={placement} checkId={placement.lastCheck.id} />;
}

function Evidence({ placement, checkId }: { readonly placement: PlacementDetail; readonly checkId: string }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(placementEvidence(placement.id, checkId));
  const checks = useInfiniteQuery(placementChecks(placement.id)).data?.pages[0]?.items;
  if (data) {
    const check = checks?.find((one) => one.id === checkId);
    return <EvidenceTabs placement={placement} evidence={data} check={check} />;
  }
  return (
    <Panel title={t.text('placements.seenAs.title')} flush>
      {error && isProblem(error, 'placement.evidence_not_found') ? (
        <p className={classes['hint']}>{t.text('placements.seenAs.none')}</p>
      ) : (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      )}
      {!error && <Skeleton height={96} />}
    </Panel>
  );
}

interface Props {
  readonly placement: PlacementDetail;
  readonly evidence: EvidenceView;
  readonly check: CheckView | undefined;
}

function EvidenceTabs({ placement, evidence, check }: Props) {
  const t = useMessages();
  const before = comparable(placement, evidence) ? evidence.before : null;
  const [tab, setTab] = useState<string | null>(before ? 'changes' : 'html');
  const day = before ? shortDay(new Date(before.at), new Date(), t) : '';
  return (
    <Tabs value={tab} onChange={setTab} variant="pills" className={classes['tabs'] ?? ''} keepMounted={false}>
      <Panel
        title={t.text('placements.seenAs.title')}
        flush
        aside={
          <Tabs.List aria-label={t.text('placements.seenAs.title')}>
            {before && <Tabs.Tab value="changes">{t.text('placements.seenAs.changes', { day })}</Tabs.Tab>}
            <Tabs.Tab value="html">{t.text('placements.seenAs.html')}</Tabs.Tab>
            <Tabs.Tab value="headers">{t.text('placements.seenAs.headers')}</Tabs.Tab>
            <Tabs.Tab value="redirects">
              {t.text('placements.seenAs.redirects', { count: check?.redirects.length ?? 0 })}
            </Tabs.Tab>
          </Tabs.List>
        }
      >
        {before && (
          <Tabs.Panel value="changes">
            <ChangesView before={before.html} after={evidence.html} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="html">
          <HtmlView html={evidence.html} hrefs={evidence.occurrences.map(({ href }) => href)} />
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          <Headers headers={evidence.headers} />
        </Tabs.Panel>
        <Tabs.Panel value="redirects">
          <RedirectsView sourceUrl={placement.sourceUrl} check={check} />
        </Tabs.Panel>
      </Panel>
    </Tabs>
  );
}

/** A page that could not be read took nothing away: only a sight, or a page read without the link, is compared. */
function comparable({ lastVerdicts }: PlacementDetail, { html }: EvidenceView): boolean {
  return html !== '' || lastVerdicts.at(-1) === 'absent';
}

function Headers({ headers }: Pick<EvidenceView, 'headers'>) {
  const t = useMessages();
  const entries = Object.entries(headers);
  if (entries.length === 0) return <p className={classes['hint']}>{t.text('placements.seenAs.noHeaders')}</p>;
  return (
    <dl className={classes['headers']}>
      {keyed(entries).map(({ key, item: [name, value] }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
