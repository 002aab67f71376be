import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NotificationKind } from '../../core/alerts/kinds.js';
import { recipientsOf } from '../../core/alerts/recipients.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { Notify } from '../../platform/events/notify.js';
import { TeamService } from '../access/team.service.js';
import { NotificationsRepository } from './notifications.repository.js';
import { type PlacementInBrief, PlacementsInBrief } from './placements-in-brief.query.js';

/** Something to put into bells. */
export interface BellNews {
  readonly kind: NotificationKind;
  readonly dedupeKey: string;
  readonly subjectKind: 'placement' | 'import' | 'member' | 'site' | 'approval';
  readonly subjectId: string | null;
  readonly params: Record<string, string | number | null>;
  readonly memberIds: readonly string[];
}

const CHANGES: readonly NotificationKind[] = [
  'lost',
  'changed',
  'back',
  'site_down',
  'site_gone',
  'check_by_hand',
];

/** Turns what happened into lines in people's bells: the state of a placement is told, never one check. */
@Injectable()
export class TellingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly notifications: NotificationsRepository,
    private readonly placements: PlacementsInBrief,
    private readonly team: TeamService,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.afterwards('placement.state_changed', 'alerts.tell_state', (event) => this.tellState(event));
    this.events.afterwards('placement.handed_over', 'alerts.tell_hand_over', (event) =>
      this.tellHandOver(event),
    );
    this.events.afterwards('import.finished', 'alerts.tell_import', (event) => this.tellImport(event));
    this.events.afterwards('site.character_changed', 'alerts.tell_site', (event) => this.tellSite(event));
  }

  /** Puts news into the bells of its members, in the open transaction; a line that is there already stays as it is. */
  async tell(news: readonly BellNews[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    const now = this.clock.now();
    const lines = news.flatMap(({ memberIds, ...line }) =>
      memberIds.map((memberId) => ({
        ...line,
        workspaceId,
        id: newId(now),
        memberId,
        createdAt: now,
        readAt: null,
        digestDay: null,
      })),
    );
    const told = await this.notifications.add(lines);
    for (const memberId of new Set(told))
      await this.notify.publish('notification', { workspaceId, id: memberId });
  }

  /** News about a placement for whoever must hear it. */
  async newsOf(
    placement: PlacementInBrief,
    news: Pick<BellNews, 'kind' | 'dedupeKey'> & { params?: BellNews['params'] },
  ): Promise<BellNews> {
    const { id, sourceHost, targetUrl } = placement;
    return {
      kind: news.kind,
      dedupeKey: news.dedupeKey,
      subjectKind: 'placement',
      subjectId: id,
      params: { sourceHost, targetUrl, ...news.params },
      memberIds: recipientsOf(placement, await this.team.team()),
    };
  }

  private async tellState(event: RecordedEvent): Promise<void> {
    const kind = CHANGES.find((change) => change === event.params['change']);
    const [placement] = await this.placements.byIds(subjectIds(event, 'placement'));
    if (kind === undefined || placement === undefined) return;
    const from = String(event.params['from']);
    await this.tell([await this.newsOf(placement, { kind, dedupeKey: event.id, params: { from } })]);
  }

  /** One line a hand-over, however many placements it moved. */
  private async tellHandOver(event: RecordedEvent): Promise<void> {
    const { to, batch } = event.params as { to?: string | null; batch?: string };
    if (typeof to !== 'string') return;
    const dedupeKey = `handed_over:${batch ?? event.id}`;
    await this.tell([
      { kind: 'handed_over', dedupeKey, subjectKind: 'member', subjectId: to, params: {}, memberIds: [to] },
    ]);
  }

  private async tellImport(event: RecordedEvent): Promise<void> {
    const [importId] = subjectIds(event, 'import');
    const author = (await this.team.team()).find((member) => member.userId === event.actorUserId);
    if (importId === undefined || author === undefined) return;
    const created = Number(event.params['created'] ?? 0);
    const bad = Number(event.params['bad'] ?? 0);
    await this.tell([
      {
        kind: 'import_finished',
        dedupeKey: event.id,
        subjectKind: 'import',
        subjectId: importId,
        params: { created, bad },
        memberIds: [author.memberId],
      },
    ]);
  }

  private async tellSite(event: RecordedEvent): Promise<void> {
    const [siteId] = subjectIds(event, 'site');
    if (siteId === undefined) return;
    const managers = (await this.team.team()).filter(({ role }) => role === 'owner' || role === 'manager');
    const memberIds = managers.filter(({ clientIds }) => clientIds === null).map(({ memberId }) => memberId);
    const params = { sourceHost: await this.placements.hostOfSite(siteId) };
    await this.tell([
      {
        kind: 'site_changed_character',
        dedupeKey: event.id,
        subjectKind: 'site',
        subjectId: siteId,
        params,
        memberIds,
      },
    ]);
  }
}

function subjectIds(event: RecordedEvent, kind: string): string[] {
  return event.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id);
}
