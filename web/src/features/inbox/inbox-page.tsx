import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { query } from '../../api/client.js';
import { useKeys } from '../../app/keys/keys-provider.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { AboutPane } from './about-pane.js';
import { ConversationList } from './conversation-list.js';
import { ConversationPane } from './conversation-pane.js';
import classes from './inbox.module.css';
import { conversationDetail, conversationList } from './inbox-api.js';
import { type InboxSearch, neighbourOf } from './inbox-search.js';
import type { PaneActs } from './pane-acts.js';
import { PaneSkeleton } from './pane-skeleton.js';

const route = getRouteApi('/frame/inbox');

/** Which pane a small screen shows. */
type Pane = 'list' | 'mails' | 'about';

/** All conversations in three panes: the list, the mails of one, what is known about it. */
export function InboxPage() {
  const t = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const list = useInfiniteQuery(conversationList(search));
  const counts = useQuery(query.queryOptions('get', '/api/v1/inbox/counts')).data;
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const openId = search.c ?? (isWide ? rows[0]?.id : undefined);
  const go = (part: Partial<InboxSearch>, replace = false) =>
    void navigate({ search: (before: InboxSearch) => withoutNothing({ ...before, ...part }), replace });
  const close = () => go({ c: undefined, about: undefined });
  /** What was dealt with leaves the list; the next one comes up where both are on screen. */
  const next = () => {
    const neighbour =
      openId && isWide
        ? neighbourOf(
            rows.map(({ id }) => id),
            openId,
          )
        : undefined;
    go({ c: neighbour === openId ? undefined : neighbour, about: undefined }, true);
  };
  const step = (by: 1 | -1) => {
    const place = rows.findIndex(({ id }) => id === openId);
    const to = rows[place + by];
    if (to) go({ c: to.id, about: undefined }, true);
  };
  useKeys([
    { keys: 'J', label: t.text('inbox.keys.nextOne'), run: () => step(1) },
    { keys: 'K', label: t.text('inbox.keys.previousOne'), run: () => step(-1) },
  ]);
  const pane: Pane = search.about && openId ? 'about' : openId ? 'mails' : 'list';
  return (
    <Page fill>
      <PageHeader
        title={t.text('app.nav.inbox')}
        note={counts && t.text('inbox.toAnswer', { count: counts.toAnswer })}
      />
      <div className={classes['panes']} data-pane={pane}>
        <ConversationList search={search} list={list} rows={rows} counts={counts} openId={openId} go={go} />
        <Opened
          id={openId}
          isEmpty={list.isSuccess && rows.length === 0}
          isAbout={search.about === true}
          acts={{ close, next, about: (shown) => go({ about: shown || undefined }) }}
        />
      </div>
    </Page>
  );
}

interface OpenedProps {
  readonly id: string | undefined;
  readonly isEmpty: boolean;
  readonly isAbout: boolean;
  readonly acts: PaneActs;
}

function Opened({ id, isEmpty, isAbout, acts }: OpenedProps) {
  const t = useMessages();
  const { data, error, refetch } = useQuery({ ...conversationDetail(id ?? ''), enabled: id !== undefined });
  if (id === undefined)
    return (
      <section className={classes['mails']} aria-label={t.text('inbox.conversation')}>
        <p className={classes['hint']}>{t.text(isEmpty ? 'inbox.nothingOpen' : 'inbox.chooseOne')}</p>
      </section>
    );
  if (data === undefined) return <PaneSkeleton error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ConversationPane key={data.id} conversation={data} acts={acts} />
      <AboutPane key={`${data.id} about`} conversation={data} isShown={isAbout} acts={acts} />
    </>
  );
}
