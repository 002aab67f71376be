import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { TermSourceEntity } from './term-source.entity.js';
import type { TermSourceView } from './terms.dto.js';

export type NewTermSource = Omit<TermSourceEntity, 'workspaceId' | 'mailId'> & {
  readonly mailId?: string | null;
};

/** Where agreed terms come from, in the open transaction. Sources are only ever added. */
@Injectable()
export class TermSourcesRepository {
  constructor(private readonly database: Database) {}

  async insert(sources: readonly NewTermSource[]): Promise<void> {
    if (sources.length === 0) return;
    const { workspaceId } = this.database.scope();
    await this.table().insert(sources.map((source) => ({ ...source, workspaceId })));
  }

  find(placementId: string, id: string): Promise<TermSourceEntity | null> {
    return this.table().findOneBy({ placementId, id });
  }

  /** All columns of a placement's sources, oldest first. */
  all(placementId: string): Promise<TermSourceEntity[]> {
    return this.table().find({ where: { placementId }, order: { recordedAt: 'asc', id: 'asc' } });
  }

  /** Sources of a placement, newest first, with the name of who wrote each down. */
  ofPlacement(placementId: string): Promise<TermSourceView[]> {
    return this.database.manager().query<TermSourceView[]>(
      `select s.id, s.terms, s.kind, s.reference, s.agreed_on::text as "agreedOn", u.name as "recordedBy",
         s.recorded_at as "recordedAt", s.document_name as "documentName", m.conversation_id as "conversationId"
       from placement_term_sources s left join users u on u.id = s.recorded_by
       left join inbound_messages m on m.workspace_id = s.workspace_id and m.id = s.mail_id
       where s.placement_id = $1 order by s.recorded_at desc, s.id desc`,
      [placementId],
    );
  }

  private table() {
    return this.database.manager().getRepository(TermSourceEntity);
  }
}
