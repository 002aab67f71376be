import type { Database } from '../../platform/database/database.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** Whether the installation has a real workspace, and the demo one if it was made. */
export interface SetupState {
  readonly isSetUp: boolean;
  readonly demoWorkspaceId: string | null;
}

/** The rows of workspaces. */
export class WorkspacesRepository {
  constructor(private readonly database: Database) {}

  /** Lets one transaction at a time decide about set-up, over all processes. */
  async lockSetup(): Promise<void> {
    await this.database.manager().query(`select pg_advisory_xact_lock(hashtext('linkledger.setup'))`);
  }

  /** How far set-up is. */
  async setupState(): Promise<SetupState> {
    const rows = await this.database
      .manager()
      .query<SetupState[]>(
        'select is_set_up as "isSetUp", demo_workspace_id as "demoWorkspaceId" from setup_state()',
      );
    return rows[0] ?? { isSetUp: false, demoWorkspaceId: null };
  }

  /** Ids of all workspaces, for the program's own rounds. */
  async ids(): Promise<string[]> {
    const rows = await this.database.manager().query<{ id: string }[]>('select workspace_ids() as id');
    return rows.map((row) => row.id);
  }

  /** Adds a workspace; the transaction must be in its scope. */
  async add(workspace: WorkspaceEntity): Promise<void> {
    await this.table().insert(workspace);
  }

  /** The workspace of the open transaction. */
  get(id: string): Promise<WorkspaceEntity> {
    return this.table().findOneByOrFail({ id });
  }

  /** The same, kept from changing until the transaction ends. */
  lock(id: string): Promise<WorkspaceEntity> {
    return this.table().findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Saves a workspace. */
  async save(workspace: WorkspaceEntity): Promise<void> {
    await this.table().save(workspace);
  }

  private table() {
    return this.database.manager().getRepository(WorkspaceEntity);
  }
}
