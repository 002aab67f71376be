import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useSession } from '../session/session.js';
import { DESTINATIONS } from './destinations.js';
import classes from './frame.module.css';
import { ScopeSwitch } from './scope-switch.js';
import { WorkspaceSwitch } from './workspace-switch.js';

/** The left side: workspace, client or brand, the pages. */
export function Navigation({
  isFolded,
  onFold,
}: {
  readonly isFolded: boolean;
  readonly onFold: () => void;
}) {
  const t = useMessages();
  const { workspace } = useSession();
  const toAnswer = useToAnswer();
  const fold = t.text(isFolded ? 'app.nav.unfold' : 'app.nav.fold');
  const FoldIcon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes['nav']} aria-label={t.text('app.nav.label')}>
      <WorkspaceSwitch />
      <ScopeSwitch />
      {workspace.isDemo && <DemoNote />}
      <div className={classes['navList']}>
        {DESTINATIONS.map(({ to, name, icon: Icon, rank }, index) => (
          <span key={to} className={classes['navItem']} data-part={partBefore(index, rank)}>
            <Tooltip label={t.text(name)} disabled={!isFolded} position="right">
              <Link
                to={to}
                preload="intent"
                className={classes['navLink'] ?? ''}
                aria-label={isFolded ? t.text(name) : undefined}
              >
                <Icon size={16} stroke={1.75} aria-hidden />
                <span className={classes['navName']}>{t.text(name)}</span>
                {to === '/inbox' && toAnswer > 0 && <span className={classes['count']}> {toAnswer}</span>}
              </Link>
            </Tooltip>
          </span>
        ))}
      </div>
      <Tooltip label={fold} position="right">
        <ActionIcon onClick={onFold} aria-label={fold} aria-expanded={!isFolded} mt={4} ml={4}>
          <FoldIcon size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

/** Mail comes in by itself. */
const ASK_AGAIN_MS = 120_000;

/** How many conversations wait for an answer of ours. */
function useToAnswer(): number {
  const counts = query.queryOptions('get', '/api/v1/inbox/counts');
  return useQuery({ ...counts, refetchInterval: ASK_AGAIN_MS }).data?.toAnswer ?? 0;
}

/** What parts a page of the navigation from the one before: a gap, or all the room there is. */
function partBefore(index: number, rank: (typeof DESTINATIONS)[number]['rank']): 'end' | 'gap' | undefined {
  if (rank === 'end') return 'end';
  const before = DESTINATIONS[index - 1];
  return before && before.rank !== rank ? 'gap' : undefined;
}

/** Says that nothing here is real, and how to begin for real. */
function DemoNote() {
  const t = useMessages();
  return (
    <div className={classes['demo']}>
      {t.text('app.demo')} · <Link to="/welcome">{t.text('app.demo.own')}</Link>
    </div>
  );
}
