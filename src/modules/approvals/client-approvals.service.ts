import { Injectable } from '@nestjs/common';
import type { ApprovalAct } from '../../core/approvals/decide.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ApprovalLists } from './approval-lists.js';
import { clientRow, contentView } from './approval-record.js';
import { ApprovalsRepository, type HeldApproval } from './approvals.repository.js';
import { ApprovalsService } from './approvals.service.js';
import type {
  ClientApprovalDetail,
  ClientApprovalList,
  ClientApprovalsQuery,
} from './client-approvals.dto.js';

/** What somebody of a client does with the team's questions. Every look compares the client itself, besides row-level security. */
@Injectable()
export class ClientApprovals {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsRepository,
    private readonly service: ApprovalsService,
    private readonly lists: ApprovalLists,
  ) {}

  list(who: Principal, asked: ClientApprovalsQuery): Promise<ClientApprovalList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const open = ofClients(who).add(`a.state = 'asked'`);
      const all = asked.show === 'decided' ? ofClients(who).add(`a.state <> 'asked'`) : open;
      const { records, ...page } = await this.lists.page(all, asked);
      const openCount = await this.approvals.count(open, 1000);
      return { items: records.map((record) => clientRow(record, who.locale)), ...page, openCount };
    });
  }

  /** Questions that wait for an answer. */
  openCount(who: Principal): Promise<number> {
    return this.database.inWorkspace(scopeOf(who), () =>
      this.approvals.count(ofClients(who).add(`a.state = 'asked'`), 1000),
    );
  }

  /** Throws `approval.not_found`. */
  get(who: Principal, id: string): Promise<ClientApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.detail(who, id));
  }

  /** Throws `approval.not_found`, `approval.decided_already`, `approval.reason_missing`. */
  decide(
    who: Principal,
    id: string,
    decision: { act: Exclude<ApprovalAct, 'withdraw'>; reason: string },
  ): Promise<ClientApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.service.act(who, await this.held(who, id), decision);
      return this.detail(who, id);
    });
  }

  /** Throws `approval.not_found`. */
  comment(who: Principal, id: string, body: string): Promise<ClientApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.service.addComment(who, await this.held(who, id), body);
      return this.detail(who, id);
    });
  }

  private async held(who: Principal, id: string): Promise<HeldApproval> {
    const approval = await this.approvals.hold(id);
    if (approval === null || !isTheirs(who, approval.clientId))
      throw new AppError('approval.not_found', { id });
    return approval;
  }

  private async detail(who: Principal, id: string): Promise<ClientApprovalDetail> {
    const record = await this.approvals.one(id);
    if (record === null || !isTheirs(who, record.clientId)) throw new AppError('approval.not_found', { id });
    return {
      ...clientRow(record, who.locale),
      note: record.note,
      content: contentView(record.content, who.locale),
      comments: await this.approvals.comments(id),
    };
  }
}

function ofClients(who: Principal): Conditions {
  return new Conditions().add('a.client_id = any ($::uuid[])', who.clientIds ?? []);
}

function isTheirs(who: Principal, clientId: string): boolean {
  return who.clientIds?.includes(clientId) ?? false;
}
