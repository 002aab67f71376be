import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Something to be checked, of any workspace. */
export interface DueItem {
  readonly workspaceId: string;
  readonly id: string;
}

/** What is due on one host over all workspaces, through definer functions: ids alone come back. */
@Injectable()
export class DueRepository {
  constructor(private readonly database: Database) {}

  /** Placements due at a moment: those somebody asked for first, then the longest due. */
  placements(slot: string, now: Date, atMost: number): Promise<DueItem[]> {
    return this.ask(
      `select workspace_id as "workspaceId", placement_id as id from due_placements($1, $2, $3)`,
      [slot, now, atMost],
    );
  }

  targetPages(slot: string, now: Date, atMost: number): Promise<DueItem[]> {
    return this.ask(
      `select workspace_id as "workspaceId", target_page_id as id from due_target_pages($1, $2, $3)`,
      [slot, now, atMost],
    );
  }

  private ask(sql: string, values: unknown[]): Promise<DueItem[]> {
    return this.database.inInstallation(() => this.database.manager().query<DueItem[]>(sql, values));
  }
}
