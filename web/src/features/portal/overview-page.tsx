import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Facts, Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import classes from './portal.module.css';
import { monthInWords, overviewQuery } from './portal-api.js';

/** What somebody of a client sees first: what waits for them, the newest report, how their links stand. */
export function OverviewPage() {
  const t = useMessages();
  const overview = useQuery(overviewQuery);
  const report = overview.data?.newestReport;
  return (
    <Page>
      <PageHeader title={t.text('portal.nav.overview')} />
      <ProblemAlert error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.isPending && <Skeleton h={240} />}
      {overview.data && (
        <>
          <p className={classes['sentence']}>
            {overview.data.openApprovals > 0 ? (
              <Link to="/portal/approvals">
                {t.text('portal.waiting', { count: overview.data.openApprovals })}
              </Link>
            ) : (
              t.text('portal.nothingWaits')
            )}{' '}
            {report && (
              <Link to="/portal/reports/$reportId" params={{ reportId: report.id }}>
                {t.text('portal.newestReport', { month: monthInWords(report.month, formatTag(t.locale)) })}
              </Link>
            )}
          </p>
          {overview.data.clients.map((client) => (
            <Panel key={client.id} title={<ClientName client={client} />}>
              <Facts
                rows={[
                  {
                    name: t.text('portal.links'),
                    value: t.text('portal.linksNow', { count: client.links, unknown: client.unknown }),
                  },
                  {
                    name: t.text('portal.deliveredThisMonth'),
                    value:
                      client.agreedThisMonth === null
                        ? client.deliveredThisMonth
                        : t.text('portal.ofAgreed', {
                            count: client.deliveredThisMonth,
                            agreed: client.agreedThisMonth,
                          }),
                  },
                  { name: t.text('portal.awaited'), value: client.awaited },
                  { name: t.text('portal.lostThisMonth'), value: client.lostThisMonth },
                ]}
              />
            </Panel>
          ))}
        </>
      )}
    </Page>
  );
}

function ClientName({
  client: { id, name, hasLogo },
}: {
  readonly client: { readonly id: string; readonly name: string; readonly hasLogo: boolean };
}) {
  return (
    <>
      {hasLogo && <img className={classes['logo']} src={`/api/v1/client/clients/${id}/logo`} alt="" />}
      {name}
    </>
  );
}
