import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

/** Notes on conversations, in the open transaction. */
@Injectable()
export class ConversationNotes {
  constructor(private readonly database: Database) {}

  async insert(note: {
    conversationId: string;
    clientId: string | null;
    text: string;
    at: Date;
  }): Promise<void> {
    const { workspaceId, userId = null } = this.database.scope();
    await this.database.manager().query(
      `insert into conversation_notes (workspace_id, id, conversation_id, client_id, text, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [workspaceId, newId(note.at), note.conversationId, note.clientId, note.text, userId, note.at],
    );
  }
}
