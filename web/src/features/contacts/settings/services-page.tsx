import { Button, Skeleton } from '@mantine/core';
import { IconKey, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { ServiceKey, ServiceKeyTest } from '../contact-views.js';
import { KeyDialog } from './key-dialog.js';
import { keyActs, serviceKeys } from './service-keys-api.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The keys of outside services: written here, never shown again. */
export function ServicesPage() {
  const t = useMessages();
  const { data, error, isPending, refetch } = useQuery(serviceKeys);
  return (
    <Page narrow>
      <PageHeader title={t.text('discovery.services.title')} />
      <p className={layout['quiet']}>{t.text('discovery.services.what')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton height={200} radius="lg" />}
      {data && (
        <Panel flush>
          <Rows label={t.text('discovery.services.title')}>
            {data.items.map((key) => (
              <KeyRow key={key.service} serviceKey={key} />
            ))}
          </Rows>
        </Panel>
      )}
    </Page>
  );
}

function KeyRow({ serviceKey }: { readonly serviceKey: ServiceKey }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { service, isSet, hint } = serviceKey;
  const name = t.text(`discovery.service.${service}`);
  const [open, setOpen] = useState<'key' | 'remove' | null>(null);
  const [test, setTest] = useState<ServiceKeyTest | null>(null);
  const [isTesting, setTesting] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: serviceKeys.queryKey });
  const tryIt = async () => {
    setTesting(true);
    try {
      setTest(await keyActs.test(service));
      await refresh();
    } catch (error) {
      toastProblem(t, error);
    } finally {
      setTesting(false);
    }
  };
  const remove = async () => {
    await keyActs.remove(service);
    setTest(null);
    await refresh();
  };
  return (
    <ListRow
      title={
        <span className={layout['titleRow']}>
          {name}
          <span className={layout['tag']} data-tone={isSet ? 'live' : undefined}>
            {isSet
              ? t.text('discovery.services.set', { hint: hint ?? '' })
              : t.text('discovery.services.notSet')}
          </span>
        </span>
      }
      note={<KeyNews serviceKey={serviceKey} test={test} />}
    >
      {isSet && (
        <Button
          variant="default"
          loading={isTesting}
          leftSection={<IconPlugConnected {...ICON} />}
          aria-label={t.text('discovery.services.testThis', { name })}
          onClick={() => void tryIt()}
        >
          {t.text('discovery.services.test')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconKey {...ICON} />}
        aria-label={t.text(isSet ? 'discovery.services.replaceThis' : 'discovery.services.enterThis', {
          name,
        })}
        onClick={() => setOpen('key')}
      >
        {t.text(isSet ? 'discovery.services.replace' : 'discovery.services.enter')}
      </Button>
      {isSet && (
        <Button
          variant="default"
          leftSection={<IconTrash {...ICON} />}
          aria-label={t.text('discovery.services.removeThis', { name })}
          onClick={() => setOpen('remove')}
        >
          {t.text('discovery.services.remove')}
        </Button>
      )}
      {open === 'key' && (
        <KeyDialog
          service={service}
          name={name}
          onClose={() => {
            setTest(null);
            setOpen(null);
          }}
        />
      )}
      <ConfirmDialog
        opened={open === 'remove'}
        onClose={() => setOpen(null)}
        title={t.text('discovery.services.removeThis', { name })}
        verb={t.text('discovery.services.remove')}
        onConfirm={remove}
      >
        {t.text('discovery.services.removeAsks')}
      </ConfirmDialog>
    </ListRow>
  );
}

/** What the key is for, how the last use went, and what a test just said. */
function KeyNews({
  serviceKey,
  test,
}: {
  readonly serviceKey: ServiceKey;
  readonly test: ServiceKeyTest | null;
}) {
  const t = useMessages();
  const { service, lastUsedAt, lastErrorCode, baseUrl } = serviceKey;
  const errorKey = `discovery.refused.${lastErrorCode?.replace('discovery.', '') ?? ''}`;
  return (
    <>
      <div>{t.text(`discovery.for.${service}`)}</div>
      {baseUrl && <div>{baseUrl}</div>}
      {lastUsedAt && (
        <div>{t.rich('discovery.services.lastUsed', { time: <RelativeTime at={lastUsedAt} /> })}</div>
      )}
      {lastErrorCode && !test && (
        <div>
          {t.text('discovery.services.lastError', {
            what: t.has(errorKey) ? t.text(errorKey) : lastErrorCode,
          })}
        </div>
      )}
      {test && (
        <div role="status">
          {test.isAccepted ? t.text('discovery.services.accepted') : (test.message ?? test.code)}
          {typeof test.quota?.remaining === 'number' &&
            ` · ${t.text('discovery.services.left', { count: test.quota.remaining })}`}
        </div>
      )}
    </>
  );
}
