import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, query } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { TokenDialog } from './token-dialog.js';

const tokensQuery = query.queryOptions('get', '/api/v1/api-tokens');

/** Keys for programs that use the API. A key itself is shown once, when it is made. */
export function TokensPage() {
  const t = useMessages();
  const queries = useQueryClient();
  const mayOwn = useMay('own');
  const tokens = useQuery(tokensQuery);
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const revoke = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } }),
    onSuccess: () => toast(t.text('access.tokens.ended')),
    onError: (error) => toastProblem(t, error),
    onSettled: refresh,
  });
  const make = (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setMaking(true)}>
      {t.text('access.tokens.make')}
    </Button>
  );
  const items = tokens.data?.items ?? [];
  return (
    <Page>
      <PageHeader title={t.text('access.settings.tokens')} />
      <ProblemAlert error={tokens.error} onRetry={() => void tokens.refetch()} />
      {tokens.isPending && <Skeleton h={90} />}
      {tokens.data && items.length === 0 && (
        <EmptyState sentence={t.text('access.tokens.none')} action={make} guide={<GuideLink page="api" />} />
      )}
      {items.length > 0 && (
        <>
          <Group justify="flex-end">{make}</Group>
          <Panel title={t.text(mayOwn ? 'access.tokens.all' : 'access.tokens.yours')} flush>
            <Rows label={t.text('access.settings.tokens')}>
              {items.map((one) => (
                <ListRow
                  key={one.id}
                  title={one.name}
                  note={
                    <>
                      {t.text(`access.tokens.scope.${one.scope}`)} ·{' '}
                      {one.expiresOn
                        ? t.text('access.tokens.until', { day: dayInWords(one.expiresOn, t) })
                        : t.text('access.tokens.forever')}{' '}
                      · {t.text('access.tokens.used')} <RelativeTime at={one.lastUsedAt} />
                    </>
                  }
                >
                  <Button
                    variant="default"
                    aria-label={t.text('access.tokens.endOf', { name: one.name })}
                    onClick={() => setEnding(one)}
                  >
                    {t.text('access.tokens.end')}
                  </Button>
                </ListRow>
              ))}
            </Rows>
          </Panel>
        </>
      )}
      {isMaking && <TokenDialog onClose={() => setMaking(false)} onMade={() => void refresh()} />}
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={t.text('access.tokens.endOf', { name: ending?.name ?? '' })}
        verb={t.text('access.tokens.end')}
        onConfirm={() => (ending ? revoke.mutateAsync(ending.id) : Promise.resolve())}
      >
        {t.text('access.tokens.endWhat')}
      </ConfirmDialog>
    </Page>
  );
}
