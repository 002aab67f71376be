import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What the server pushes: that something changed, by id only; the screen asks for it again. */
export interface LiveNews {
  readonly type: 'placement' | 'notification' | 'job' | 'import' | 'crawl' | 'conversation' | 'mail';
  readonly id: string;
  /** How far an asked check is, while it runs. */
  readonly phase?: string | null;
}

type Listener = (news: LiveNews) => void;
const listeners = new Set<Listener>();

/** Paths whose answers may be old after news of a kind. */
const TOUCHED: Record<LiveNews['type'], readonly string[]> = {
  placement: ['/api/v1/placements', '/api/v1/today', '/api/v1/clients'],
  notification: ['/api/v1/notifications'],
  job: ['/api/v1/jobs'],
  import: ['/api/v1/imports'],
  crawl: ['/api/v1/brands/{id}/crawl', '/api/v1/crawls'],
  conversation: ['/api/v1/conversations', '/api/v1/inbox', '/api/v1/today'],
  mail: ['/api/v1/outbox', '/api/v1/enrollments', '/api/v1/today'],
};
/** A bulk check brings hundreds of news a second; the screen is refreshed at most this often. */
const REFRESH_EVERY_MS = 1_000;

/** Calls back on news about placements, jobs and the like while the component is on screen. */
export function useLiveNews(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}

/** Keeps one stream to the server open and marks what it names as old. Mounted once per workspace, by the frame. */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const touched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      const paths = [...touched];
      touched.clear();
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => paths.some((path) => String(queryKey[1]).startsWith(path)),
      });
    };

    const stream = new EventSource('/api/v1/stream');
    stream.onmessage = (message) => {
      const news = JSON.parse(String(message.data)) as LiveNews | { readonly type: 'missed' };
      if (news.type === 'missed') {
        void queries.invalidateQueries();
        return;
      }
      for (const path of TOUCHED[news.type]) touched.add(path);
      for (const listener of listeners) listener(news);
      timer ??= setTimeout(refresh, REFRESH_EVERY_MS);
    };
    // A stream that may not be opened again was refused: the session is over, or this is another workspace now.
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) touched.add('/api/v1/session');
      timer ??= setTimeout(refresh, REFRESH_EVERY_MS);
    };
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [queries]);
}
