import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { query } from '../../../api/client.js';
import type { AnswerOf } from '../../../api/views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { Panel } from '../../../ui/page.js';
import classes from './today.module.css';

type Steps = AnswerOf<'/api/v1/today'>['firstSteps'];

/** The first three steps of a new workspace, visible until they are done. */
export function FirstSteps({ steps }: { readonly steps: Steps }) {
  const t = useMessages();
  const navigate = useNavigate();
  const mayManage = useMay('manage');
  const mayWrite = useMay('write');
  const first = useQuery(query.queryOptions('get', '/api/v1/clients')).data?.items[0];
  const toBrand = () =>
    first
      ? navigate({ to: '/clients/$clientId', params: { clientId: first.id } })
      : navigate({ to: '/clients' });
  const acts = {
    client: { may: mayManage, run: () => navigate({ to: '/clients', search: { add: true } }) },
    brand: { may: mayManage && steps.client, run: toBrand },
    placement: { may: mayWrite && steps.brand, run: () => navigate({ to: '/placements/new' }) },
  } as const;
  return (
    <Panel title={t.text('alerts.steps.title')} aside={<GuideLink page="start" />}>
      <ol className={classes['steps']}>
        {(['client', 'brand', 'placement'] as const).map((step) => {
          const isDone = steps[step];
          const Icon = isDone ? IconCircleCheck : IconCircle;
          return (
            <li key={step} className={classes['step']} data-done={isDone || undefined}>
              <span className={classes['stepHead']}>
                <Icon size={16} stroke={1.75} aria-hidden />
                {t.text(`alerts.steps.${step}`)}
                {isDone && <span className="only-read">{t.text('alerts.steps.done')}</span>}
              </span>
              <p>{t.text(`alerts.steps.${step}.why`)}</p>
              {!isDone && acts[step].may && (
                <Button onClick={() => void acts[step].run()}>{t.text(`alerts.steps.${step}.verb`)}</Button>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
