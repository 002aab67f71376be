import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { ConditionsSubject } from '../../core/publishers/told-conditions.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import type {
  ConditionList,
  ConditionsWished,
  ConditionView,
  NewPublisherConditions,
  NewSiteConditions,
} from './conditions.dto.js';
import { ConditionsRepository, type NewConditions, UNTOLD } from './conditions.repository.js';
import { PublishersService } from './publishers.service.js';

/** Conditions: what a publisher or a site asks for a placement, with the history of what was asked before. */
@Injectable()
export class ConditionsService {
  constructor(
    private readonly database: Database,
    private readonly conditions: ConditionsRepository,
    private readonly publishers: PublishersService,
    private readonly sites: SitesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `publisher.not_found`. */
  ofPublisher(scope: WorkspaceScope, id: string): Promise<ConditionList> {
    return this.database.inWorkspace(scope, async () => {
      await this.publishers.existing(id);
      return { items: await this.conditions.ofPublisher(id) };
    });
  }

  /** Throws `site.not_found`. */
  ofSite(scope: WorkspaceScope, id: string): Promise<ConditionList> {
    return this.database.inWorkspace(scope, async () => {
      await this.sites.existing(id);
      return { items: await this.conditions.ofSite(id) };
    });
  }

  /** Throws `publisher.not_found`, `site.not_found`, and the refusals of `judged`. */
  recordOfPublisher(
    scope: WorkspaceScope,
    publisherId: string,
    wish: NewPublisherConditions,
  ): Promise<ConditionView> {
    return this.record(scope, { ...wish, publisherId });
  }

  /** Throws like `recordOfPublisher`. */
  recordOfSite(scope: WorkspaceScope, siteId: string, wish: NewSiteConditions): Promise<ConditionView> {
    return this.record(scope, { ...wish, siteId });
  }

  /** Throws `conditions.not_found`; those that are outdated stay as they are. */
  remove(scope: WorkspaceScope, id: string): Promise<ConditionView> {
    return this.database.inWorkspace(scope, async () => {
      const before = await this.view(id);
      const outdated = await this.conditions.outdateOne(id, this.clock.now());
      if (outdated.length > 0)
        await this.tell('conditions.outdated', before, { reason: 'removed', ids: [id] });
      return this.view(id);
    });
  }

  private record(scope: WorkspaceScope, wish: ConditionsWished): Promise<ConditionView> {
    const fault = faultOf(wish);
    if (fault !== null) throw new AppError(fault);
    return this.database.inWorkspace(scope, async () => {
      if (wish.publisherId !== undefined) await this.publishers.existing(wish.publisherId);
      if (wish.siteId !== undefined) await this.sites.existing(wish.siteId);
      const at = this.clock.now();
      const conditions = conditionsOf(wish, {
        id: newId(at),
        recordedAt: at,
        recordedBy: scope.userId ?? null,
      });
      await this.conditions.insert(conditions);
      const replaced = await this.conditions.outdateBefore(conditions, at);
      await this.tell('conditions.recorded', conditions, { id: conditions.id, replaced: replaced.length });
      return this.view(conditions.id);
    });
  }

  private async view(id: string): Promise<ConditionView> {
    const view = await this.conditions.find(id);
    if (view === null) throw new AppError('conditions.not_found', { id });
    return view;
  }

  private tell(
    kind: EventKind,
    { publisherId, siteId, type }: ConditionsSubject,
    params: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const subjects: Subject[] = [
      ...(publisherId === null ? [] : [{ kind: 'publisher' as const, id: publisherId }]),
      ...(siteId === null ? [] : [{ kind: 'site' as const, id: siteId }]),
    ];
    return this.events.record({ kind, subjects, params: { ...params, type } });
  }
}

/** What is wrong with conditions as a whole: nothing in them, half a price, words the wrong way round. */
function faultOf(wish: ConditionsWished) {
  const { publisherId: _, siteId: __, ...told } = wish;
  if (Object.values<unknown>(told).every((value) => value === undefined)) return 'conditions.empty';
  if ((wish.priceMinor === undefined) !== (wish.currency === undefined)) return 'conditions.price_incomplete';
  const { wordsFrom = 0, wordsTo = wordsFrom } = wish;
  return wordsTo < wordsFrom ? 'conditions.words_reversed' : null;
}

function conditionsOf(
  wish: ConditionsWished,
  record: Pick<NewConditions, 'id' | 'recordedAt' | 'recordedBy'>,
): NewConditions {
  const told = Object.fromEntries(
    Object.entries<unknown>({ ...wish }).filter(([, value]) => value !== undefined),
  );
  const refusedTopics = (wish.refusedTopics ?? []).map((topic) => topic.trim());
  return { ...UNTOLD, ...told, ...record, refusedTopics };
}
