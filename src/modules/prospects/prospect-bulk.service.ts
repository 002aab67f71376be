import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { readCustomValue } from '../../core/prospects/custom-field.js';
import { tagName } from '../../core/prospects/prospect-facts.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ClientsService } from '../clients/clients.service.js';
import { CustomValuesRepository } from './custom-values.repository.js';
import { refuseStranger } from './prospect-adding.js';
import type { ProspectAction, ProspectActionParams, ProspectsAct } from './prospect-bulk.dto.js';
import { ProspectLists } from './prospect-list.query.js';
import { ProspectsRepository } from './prospects.repository.js';
import type { TagKind } from './tags.dto.js';
import { TagsRepository } from './tags.repository.js';

/** Name of the background task of acts on many prospects. */
export const BULK_TASK = 'prospects.bulk';

/** Prospects one act takes at most. */
const MOST = 100_000;

/** What the task is told, as far as its action needs it. */
export type BulkParams = Readonly<Record<string, unknown>>;

/** Starts acts on many prospects: the snapshot of ids is taken now. */
@Injectable()
export class ProspectBulkService {
  constructor(
    private readonly database: Database,
    private readonly lists: ProspectLists,
    private readonly prospects: ProspectsRepository,
    private readonly tags: TagsRepository,
    private readonly values: CustomValuesRepository,
    private readonly clients: ClientsService,
    private readonly progress: ProgressJobs,
    private readonly clock: Clock,
  ) {}

  /** Throws `prospect.not_found` when nothing of it is there, `prospect.too_many`, or `request.invalid` with the field. */
  start(who: Principal, wish: ProspectsAct): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((wish.ids === undefined) === (wish.filter === undefined))
        throw refusal('ids', 'needed', 'name prospects, or a filter, and not both');
      const told = await this.told(who, wish);
      const itemIds = await this.snapshot(wish);
      const params = { action: wish.action, memberId: who.memberId, ...told };
      return { jobId: await this.progress.create({ kind: BULK_TASK, params, itemIds }) };
    });
  }

  private async snapshot(wish: ProspectsAct): Promise<string[]> {
    const ids =
      wish.ids === undefined
        ? await this.lists.ids(wish.filter ?? {}, MOST)
        : await this.lists.visible(wish.ids);
    if (ids.length > MOST) throw new AppError('prospect.too_many', { most: MOST });
    if (ids.length === 0 && wish.ids !== undefined) throw new AppError('prospect.not_found', {});
    return ids;
  }

  /** What the action needs, checked. */
  private told(who: Principal, { action, params = {} }: ProspectsAct): Promise<BulkParams> {
    return this.needs[action](params, who);
  }

  private readonly needs: Readonly<
    Record<ProspectAction, (params: ProspectActionParams, who: Principal) => Promise<BulkParams>>
  > = {
    tag: (params) => this.labels('tag', params),
    topic: (params) => this.labels('topic', params),
    untag: async (params) => Promise.resolve({ names: named(params) }),
    status: async ({ status }) => Promise.resolve({ status: given(status, 'params.status') }),
    assign: (params, who) => this.owner(who, params),
    do_not_contact: ({ suppression }) => Promise.resolve({ reason: suppression ?? 'own_choice' }),
    exclude: (params, who) => this.exclusion(who, params),
    set_custom: (params) => this.custom(params),
    archive: () => Promise.resolve({}),
  };

  /** Tags that are made now are named apart, so that an undo can take them away again. */
  private async labels(kind: TagKind, params: ProspectActionParams): Promise<BulkParams> {
    const names = named(params);
    const known = new Set((await this.tags.find(kind, names)).values());
    const ids = await this.tags.named(kind, names, { importId: null, at: this.clock.now() });
    const tagIds = [...new Set(ids.values())];
    return { tagIds, madeTagIds: tagIds.filter((id) => !known.has(id)) };
  }

  private async owner(who: Principal, { ownerMemberId }: ProspectActionParams): Promise<BulkParams> {
    if (ownerMemberId === undefined)
      throw refusal('params.ownerMemberId', 'needed', 'say who shall own them');
    await refuseStranger(this.prospects, ownerMemberId);
    return { ownerMemberId, isManager: may(who.role, 'manage', who.tokenScope) };
  }

  private async exclusion(who: Principal, params: ProspectActionParams): Promise<BulkParams> {
    const clientId = given(params.clientId, 'params.clientId');
    await this.clients.get(scopeOf(who), clientId);
    return { clientId, reason: given(params.exclusion, 'params.exclusion') };
  }

  private async custom({ fieldKey, value }: ProspectActionParams): Promise<BulkParams> {
    const fields = await this.values.fields('prospect');
    const field = fields.find((known) => known.fieldKey === fieldKey);
    if (field === undefined) throw refusal('params.fieldKey', 'unknown_field', 'must be the key of a field');
    if (value === undefined) throw refusal('params.value', 'needed', 'say what it shall be');
    if (value === null || value === '') return { fieldId: field.id, kept: null };
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    const read = isPlain ? readCustomValue(field, value as string) : ({ ok: false, code: 'string' } as const);
    if (!read.ok) throw refusal('params.value', read.code, 'does not fit its field');
    return { fieldId: field.id, kept: read.kept };
  }
}

function named({ names }: ProspectActionParams): string[] {
  return given(names, 'params.names').map(tagName);
}

function given<Value>(value: Value | undefined, field: string): Value {
  if (value === undefined) throw refusal(field, 'needed', 'is needed for this action');
  return value;
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
