import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArchive, IconCircleCheck, IconClock, IconEye } from '@tabler/icons-react';
import type { TargetPage } from '../../api/views.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow } from '../../ui/list-row.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { AnchorsButton } from './anchors-button.js';
import classes from './clients.module.css';
import { acts } from './clients-api.js';
import { useRefreshClients } from './use-refresh-clients.js';

const ICONS = {
  unknown: IconClock,
  answers: IconCircleCheck,
  failing: IconAlertTriangle,
  could_not_check: IconEye,
} as const;

/** A page of ours that links lead to: whether it answers, since when it fails, how many placements hang on it. */
export function TargetPageRow({ page }: { readonly page: TargetPage }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const refresh = useRefreshClients();
  const Icon = ICONS[page.status];
  const archive = () =>
    acts
      .archiveTargetPage(page.id)
      .then(
        () => toast(t.text('clients.page.archived', { url: page.url })),
        (error: unknown) => toastProblem(t, error),
      )
      .finally(refresh);
  const verb = t.text('clients.page.archive', { url: page.url });
  return (
    <ListRow
      title={
        <a href={page.url} target="_blank" rel="noreferrer" className={classes['url']}>
          {page.label || page.url}
        </a>
      }
      note={
        <>
          {page.label && `${page.url} · `}
          <PageNews page={page} />
        </>
      }
    >
      <span className={classes['status']} data-status={page.status}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {t.text(`words.target.${page.status}`)}
      </span>
      <span>{t.text('words.count.placements', { count: page.placementCount })}</span>
      <AnchorsButton page={page} />
      {mayManage && (
        <Tooltip label={verb}>
          <ActionIcon onClick={() => void archive()} aria-label={verb}>
            <IconArchive size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ListRow>
  );
}

/** What is to be known beside the status: the answer's number, where it leads, since when it fails. */
function PageNews({ page }: { readonly page: TargetPage }) {
  const t = useMessages();
  const says = [
    ...(page.httpStatus ? [t.text('clients.page.http', { status: page.httpStatus })] : []),
    ...(page.finalUrl && page.finalUrl !== page.url
      ? [t.text('clients.page.leads', { url: page.finalUrl })]
      : []),
    ...(page.indexable === false ? [t.text('clients.page.notIndexable')] : []),
  ];
  return (
    <>
      {says.join(' · ')}
      {says.length > 0 && ' · '}
      {page.failingSince && (
        <>
          {t.text('clients.page.failingSince')} <RelativeTime at={page.failingSince} /> ·{' '}
        </>
      )}
      {t.text('clients.page.checked')} <RelativeTime at={page.checkedAt} />
    </>
  );
}
