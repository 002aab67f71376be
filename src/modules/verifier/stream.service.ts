import { Injectable, type MessageEvent } from '@nestjs/common';
import { interval, map, merge, Observable } from 'rxjs';
import { Database } from '../../platform/database/database.js';
import { type News, Notify } from '../../platform/events/notify.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { JOB_NEWS } from '../../platform/jobs/progress-jobs.js';
import { PLACEMENT_NEWS } from '../placements/placement-checks.service.js';
import { CHECK_PHASES, phaseTopic } from './check-progress.js';

/** What is told on the stream: which thing changed, never how. `missed` = read everything again. */
export interface StreamNews {
  readonly type: 'placement' | 'notification' | 'job' | 'import' | 'missed';
  readonly id: string | null;
  /** For a placement whose check was asked for: how far it is; `done` when its row is written. */
  readonly phase: (typeof CHECK_PHASES)[number] | 'done' | null;
}

/** Its news name the member it is for. */
const NOTIFICATION = 'notification';

/** Topics of news people may hear of, with what they become. */
const TOPICS: Readonly<Record<string, Omit<StreamNews, 'id'>>> = {
  [PLACEMENT_NEWS]: { type: 'placement', phase: 'done' },
  ...Object.fromEntries(CHECK_PHASES.map((phase) => [phaseTopic(phase), { type: 'placement', phase }])),
  [NOTIFICATION]: { type: 'notification', phase: null },
  [JOB_NEWS]: { type: 'job', phase: null },
  import: { type: 'import', phase: null },
};

/** Proxies close what is silent for a minute. */
const KEEP_ALIVE_MS = 25_000;

/** News of one workspace as they come: ids only, and to a member limited to clients only of placements they may see. */
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
    if (who.clientIds === null || !topic.startsWith(PLACEMENT_NEWS)) {
      tell();
      return;
    }
    const asked = this.database.inWorkspace(scopeOf(who), () =>
      this.database.manager().query<unknown[]>('select 1 from placements where id = $1', [id]),
    );
    asked.then(
      (rows) => {
        if (rows.length > 0) tell();
      },
      () => undefined,
    );
  }
}
