import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NotificationKind } from '../../core/alerts/kinds.js';
import { Database } from '../../platform/database/database.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { TeamService } from '../access/team.service.js';
import { ApprovalsService } from '../approvals/approvals.service.js';
import { TellingService } from './telling.service.js';

const KINDS = {
  'approval.accepted': 'approval_accepted',
  'approval.refused': 'approval_refused',
  'approval.commented': 'approval_commented',
} as const satisfies Readonly<Record<string, NotificationKind>>;

/** Tells whoever asked a client what the client answered; where they are gone or see the client no more, the managers who do. */
@Injectable()
export class ApprovalNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly approvals: ApprovalsService,
    private readonly team: TeamService,
    private readonly telling: TellingService,
  ) {}

  onModuleInit(): void {
    this.events.afterwards(
      ['approval.accepted', 'approval.refused', 'approval.commented'],
      'alerts.tell_approval',
      (event) => this.tell(event),
    );
  }

  private async tell(event: RecordedEvent): Promise<void> {
    const kind = KINDS[event.kind as keyof typeof KINDS];
    if (event.params['byClient'] === false) return;
    const ids = event.subjects.filter((subject) => subject.kind === 'approval').map(({ id }) => id);
    const [approval] = await this.approvals.inBrief(this.database.scope(), ids);
    if (approval === undefined) return;
    const { id, clientId, clientName, site, askedByMemberId } = approval;
    const seeing = (await this.team.team()).filter((one) => one.clientIds?.includes(clientId) ?? true);
    const asker = seeing.filter(({ memberId }) => memberId === askedByMemberId);
    const managers = seeing.filter(({ role }) => role === 'owner' || role === 'manager');
    const told = asker.length > 0 ? asker : managers;
    await this.telling.tell([
      {
        kind,
        dedupeKey: event.id,
        subjectKind: 'approval',
        subjectId: id,
        params: { client: clientName, site, subject: String(event.params['subject']) },
        memberIds: told.map(({ memberId }) => memberId),
      },
    ]);
  }
}
