import { Injectable } from '@nestjs/common';
import {
  settingsFit,
  settingsInForce,
  type WorkspaceSettings,
} from '../../core/access/workspace-settings.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import type { WorkspaceChange, WorkspaceView } from './workspace.dto.js';
import type { WorkspaceEntity } from './workspace.entity.js';

/** The workspace: its name, zone, language and settings. */
@Injectable()
export class WorkspaceService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly events: Events,
  ) {}

  /** What is shown of it. */
  view(workspaceId: string): Promise<WorkspaceView> {
    return this.database.inWorkspace({ workspaceId }, async () =>
      workspaceView(await this.rows.workspaces.get(workspaceId)),
    );
  }

  /** The settings in force, in the open transaction of that workspace. */
  async settings(workspaceId: string): Promise<WorkspaceSettings> {
    return settingsInForce((await this.rows.workspaces.get(workspaceId)).settings);
  }

  /** Ids of all workspaces, for the program's own rounds. */
  ids(): Promise<string[]> {
    return this.database.inInstallation(() => this.rows.workspaces.ids());
  }

  /** Changes what is given. Throws `workspace.settings_do_not_fit` when a site would be gone before it is down. */
  change(who: Principal, change: WorkspaceChange): Promise<WorkspaceView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const before = await this.rows.workspaces.lock(who.workspaceId);
      const after = changed(before, change);
      if (!settingsFit(settingsInForce(after.settings))) throw new AppError('workspace.settings_do_not_fit');
      await this.rows.workspaces.save(after);
      await this.events.record({
        kind: 'workspace.settings_changed',
        subjects: [{ kind: 'workspace', id: who.workspaceId }],
        params: {
          fields: [...Object.keys(change), ...Object.keys(change.settings ?? {})],
          ...changedSettings(before, change),
        },
      });
      return workspaceView(after);
    });
  }
}

function changed(before: WorkspaceEntity, change: WorkspaceChange): WorkspaceEntity {
  return {
    ...before,
    name: change.name?.trim() ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    locale: change.locale ?? before.locale,
    settings: { ...before.settings, ...change.settings },
  };
}

/** The settings that were changed, as they were and as they are. */
function changedSettings({ settings }: WorkspaceEntity, change: WorkspaceChange) {
  const was = new Map<string, unknown>(Object.entries(settingsInForce(settings)));
  const changed = Object.entries(change.settings ?? {}).filter(([name, value]) => was.get(name) !== value);
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, was.get(name)])),
    after: Object.fromEntries(changed),
  };
}

function workspaceView({ id, name, timeZone, locale, isDemo, settings }: WorkspaceEntity): WorkspaceView {
  return { id, name, timeZone, locale, isDemo, settings: { ...settingsInForce(settings) } };
}
