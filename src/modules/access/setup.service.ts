import { Injectable } from '@nestjs/common';
import { readEmail } from '../../core/access/email.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Locale } from '../../platform/http/language.js';
import { AccessRows } from './access-rows.js';
import { type Founded, FoundingService } from './founding.service.js';
import { Proof } from './proof.js';
import type { Setup } from './setup.dto.js';

/** The first set-up, once per installation, and the demo to look around in before it. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly founding: FoundingService,
    private readonly proof: Proof,
  ) {}

  /** Makes the first workspace and its owner. Throws `setup.done` for all but the first of many at once. */
  async setUp(given: Setup): Promise<Founded> {
    const email = readEmail(given.email) ?? given.email;
    const passwordHash = await this.proof.newHash(given.password, email);
    const { timeZone, locale } = given;
    const workspace = { id: newId(), name: given.workspaceName.trim(), timeZone, locale, isDemo: false };
    return this.database.inWorkspace({ workspaceId: workspace.id }, async () => {
      await this.rows.workspaces.lockSetup();
      if ((await this.rows.workspaces.setupState()).isSetUp) throw new AppError('setup.done');
      return this.founding.found(workspace, { name: given.ownerName.trim(), email, passwordHash });
    });
  }

  /** Makes the demo workspace with its owner, or finds the one made before. Throws `setup.done` once there is a real one. */
  async lookAround(locale: Locale): Promise<Founded> {
    const before = await this.database.inInstallation(() => this.rows.workspaces.setupState());
    const workspaceId = before.demoWorkspaceId ?? newId();
    return this.database.inWorkspace({ workspaceId }, async () => {
      await this.rows.workspaces.lockSetup();
      const now = await this.rows.workspaces.setupState();
      if (now.isSetUp) throw new AppError('setup.done');
      if (now.demoWorkspaceId !== before.demoWorkspaceId) throw new AppError('setup.in_progress');
      return now.demoWorkspaceId === null
        ? this.founding.foundDemo(workspaceId, locale)
        : this.founding.foundedDemo(workspaceId);
    });
  }
}
