import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { isProblem } from '../../../api/problem.js';
import { useScope } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListBody } from '../../../ui/list-page.js';
import { MoreButton } from '../../../ui/more-button.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type FoundRow, foundRows } from './found-rows.js';
import { Results } from './results.js';
import { SearchBar } from './search-bar.js';
import { SearchHeader } from './search-header.js';
import { foundSites, type WebQuestion, webSearch } from './web-search-api.js';
import type { WebSearchWords } from './web-search-words.js';

/** Problems that only another key ends. */
const KEY_PROBLEMS = ['discovery.no_key', 'discovery.key_refused', 'discovery.key_unreadable'];

const nameOf = ({ words, language }: WebQuestion): string => JSON.stringify([words, language ?? null]);

/**
 * Words, and what the web holds of them. The words stand in the address, but opening it asks nothing: a question costs the team, so somebody
 * presses the button first. Going back shows what was found before.
 */
export function WebSearch() {
  const t = useMessages();
  const search = useSearch({ from: '/frame/prospects/search' });
  const change = useChange();
  const clientId = useScope().client?.id;
  const question = { words: search.q ?? '', language: search.lang };
  const { list, ask } = useResults(question, clientId);
  const rows = useRows(list.data?.pages ?? [], clientId);
  const left = list.data?.pages.at(-1)?.quota?.remaining ?? null;
  const onPeek = useCallback((peek: string | undefined) => change({ peek }), [change]);
  const onSearch = (next: WebQuestion) => {
    ask(next);
    change({ q: next.words, lang: next.language, peek: undefined });
  };
  return (
    <>
      <SearchHeader
        note={
          list.data &&
          [
            t.text('prospects.found.counts', { sites: rows.length }),
            ...(left === null
              ? []
              : [t.text('prospects.found.left', { count: countInWords(left, true, t) })]),
          ].join(' · ')
        }
      />
      <ListBody>
        <SearchBar
          key={question.words}
          words={question.words}
          language={search.lang}
          isAsking={list.isFetching && !list.isFetchingNextPage}
          onLanguage={(lang) => change({ lang })}
          onSearch={onSearch}
        />
        <Problem
          error={list.error}
          onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())}
        />
        {rows.length > 0 ? (
          <>
            <Results
              rows={rows}
              clientId={clientId}
              searchKey={nameOf(question)}
              peek={search.peek}
              onPeek={onPeek}
            />
            <MoreButton list={list} />
          </>
        ) : (
          <Nothing question={question} list={list} onSearch={() => onSearch(question)} />
        )}
      </ListBody>
    </>
  );
}

function useChange() {
  const navigate = useNavigate({ from: '/prospects/search' });
  return useCallback(
    (to: Partial<WebSearchWords>) =>
      void navigate({
        search: (before) => withoutNothing({ ...before, ...to }),
        replace: 'peek' in to && !('q' in to),
        resetScroll: false,
      }),
    [navigate],
  );
}

/** The answers to a question: those that are kept, and new ones once somebody asks. */
function useResults(question: WebQuestion, clientId: string | undefined) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const options = webSearch(question, clientId);
  const list = useInfiniteQuery({
    ...options,
    enabled: question.words !== '' && asked === nameOf(question),
  });
  const ask = (next: WebQuestion) => {
    // The same words again start at their first page; other words that were asked before are shown as they were.
    if (nameOf(next) === nameOf(question))
      void queries.resetQueries({ queryKey: options.queryKey, exact: true });
    setAsked(nameOf(next));
  };
  return { list, ask };
}

type ResultList = ReturnType<typeof useResults>['list'];
type Page = NonNullable<ResultList['data']>['pages'][number];

/** One row a site, with what the team knows of it for the client in view. */
function useRows(pages: readonly Page[], clientId: string | undefined): readonly FoundRow[] {
  const known = useQueries({
    queries: pages.map(({ siteKeys }) => foundSites(siteKeys, clientId)),
    combine: (results) =>
      new Map(results.flatMap(({ data = [] }) => data.map((site) => [site.siteKey, site] as const))),
  });
  return useMemo(
    () =>
      foundRows(
        pages.flatMap(({ items }) => items),
        known,
      ),
    [pages, known],
  );
}

function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useMessages();
  const isOfKey = KEY_PROBLEMS.some((code) => isProblem(error, code));
  const mayManage = useMay('manage');
  return (
    <>
      <ProblemAlert error={error} onRetry={isOfKey ? undefined : onRetry} />
      {isOfKey && mayManage && <Link to="/settings/services">{t.text('prospects.found.setKey')}</Link>}
    </>
  );
}

interface NothingProps {
  readonly question: WebQuestion;
  readonly list: ResultList;
  readonly onSearch: () => void;
}

/** Without results: what to type, that nothing was asked yet, that the answer is awaited, or that there is none. */
function Nothing({ question: { words }, list, onSearch }: NothingProps) {
  const t = useMessages();
  if (list.isFetching)
    return <Skeleton height={320} radius="lg" aria-label={t.text('prospects.found.asking')} />;
  if (list.error) return null;
  if (words === '') return <EmptyState sentence={t.text('prospects.found.begin')} />;
  if (list.data) return <EmptyState sentence={t.text('prospects.found.nothing', { words })} />;
  return (
    <EmptyState
      sentence={t.text('prospects.found.notAsked', { words })}
      action={<Button onClick={onSearch}>{t.text('prospects.found.search')}</Button>}
    />
  );
}
