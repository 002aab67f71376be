import { Injectable, type MessageEvent } from '@nestjs/common';
import { interval, map, merge, Observable } from 'rxjs';
import { Database } from '../../platform/database/database.js';
import { CONVERSATION_NEWS, MAIL_NEWS, type News, Notify } from '../../platform/events/notify.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { JOB_NEWS } from '../../platform/jobs/progress-jobs.js';
import { PLACEMENT_NEWS } from '../placements/placement-checks.service.js';
import { CHECK_PHASES, phaseTopic } from './check-progress.js';

/** What is told on the stream: which thing changed, never how. `missed` = read everything again. */
export interface StreamNews {
  readonly type:
    | 'placement'
    | 'notification'
    | 'job'
    | 'import'
    | 'crawl'
    | 'conversation'
    | 'mail'
    | 'missed';
  readonly id: string | null;
  /** For a placement whose check was asked for: how far it is; `done` when its row is written. */
  readonly phase: (typeof CHECK_PHASES)[number] | 'done' | null;
}

/** News of imports and of crawls of own sites, which modules above publish. */
const IMPORT = 'import';
const CRAWL = 'crawl';
/** Its news name the member it is for. */
const NOTIFICATION = 'notification';

/** Topics of news people may hear of, with what they become. */
const TOPICS: Readonly<Record<string, Omit<StreamNews, 'id'>>> = {
  [PLACEMENT_NEWS]: { type: 'placement', phase: 'done' },
  ...Object.fromEntries(CHECK_PHASES.map((phase) => [phaseTopic(phase), { type: 'placement', phase }])),
  [NOTIFICATION]: { type: 'notification', phase: null },
  [JOB_NEWS]: { type: 'job', phase: null },
  [IMPORT]: { type: 'import', phase: null },
  [CRAWL]: { type: 'crawl', phase: null },
  [CONVERSATION_NEWS]: { type: 'conversation', phase: null },
  [MAIL_NEWS]: { type: 'mail', phase: null },
};

/** Questions whether a limited member may hear of something; row-level security answers the first one. */
const SEEN_PLACEMENT = 'select 1 from placements where id = $1 and $2::uuid is not null';
const OWN_JOB = 'select 1 from jobs where id = $1 and created_by = $2';
const SEEN_CRAWL = 'select 1 from crawls where id = $1 and $2::uuid is not null';
const SEEN_CONVERSATION = 'select 1 from conversations where id = $1 and $2::uuid is not null';
const SEEN_MAIL = 'select 1 from outbound_messages where id = $1 and $2::uuid is not null';
const OWN_IMPORT = 'select 1 from imports where id = $1 and created_by = $2';

const QUESTIONS: Readonly<Record<string, string>> = {
  [JOB_NEWS]: OWN_JOB,
  [IMPORT]: OWN_IMPORT,
  [CRAWL]: SEEN_CRAWL,
  [CONVERSATION_NEWS]: SEEN_CONVERSATION,
  [MAIL_NEWS]: SEEN_MAIL,
};

/** Proxies close what is silent for a minute. */
const KEEP_ALIVE_MS = 25_000;

/** News of one workspace as they come: ids only, and to a member limited to clients only of placements, conversations and mails they may see, and of jobs and imports of their own. */
@Injectable()
export class StreamService {
  constructor(
    private readonly notify: Notify,
    private readonly database: Database,
  ) {}

  /** Listens from the first subscriber on. */
  watch(who: Principal): Observable<MessageEvent> {
    const alive = interval(KEEP_ALIVE_MS).pipe(map((): MessageEvent => ({ type: 'alive', data: '' })));
    return merge(this.news(who), alive);
  }

  private news(who: Principal): Observable<MessageEvent> {
    return new Observable((reader) => {
      const tell = (news: StreamNews): void => reader.next({ data: news });
      const listening = Object.entries(TOPICS).map(([topic, says]) =>
        this.notify.subscribe(topic, (news) => {
          if (news === 'missed') tell({ type: 'missed', id: null, phase: null });
          else if (news.workspaceId === who.workspaceId)
            this.tellVisible(who, news, () => tell({ ...says, id: news.id }));
        }),
      );
      for (const started of listening) started.catch((error: unknown) => reader.error(error));
      return () => {
        for (const started of listening) void started.then((end) => end());
      };
    });
  }

  /** Notifications are heard by whom they are for, placements by who may see them. */
  private tellVisible(who: Principal, { topic, id }: News, tell: () => void): void {
    if (topic === NOTIFICATION && id !== who.memberId) return;
    const question = questionOf(topic);
    if (who.clientIds === null || question === null) {
      tell();
      return;
    }
    const asked = this.database.inWorkspace(scopeOf(who), () =>
      this.database.manager().query<unknown[]>(question, [id, who.userId]),
    );
    asked.then(
      (rows) => {
        if (rows.length > 0) tell();
      },
      () => undefined,
    );
  }
}

function questionOf(topic: string): string | null {
  return QUESTIONS[topic] ?? (topic.startsWith(PLACEMENT_NEWS) ? SEEN_PLACEMENT : null);
}
