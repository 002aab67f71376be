import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Notify } from '../../platform/events/notify.js';
import { DemoFillers, type DemoWorkspace } from '../access/demo-fillers.service.js';
import { DemoClients } from './demo-clients.js';
import { DemoHistory } from './demo-history.js';
import { DemoRecords } from './demo-records.js';
import { DEMO_NEWS, DemoWeb } from './demo-web.js';

const DAY = 86_400_000;
/** How long before the visitor came the demo's team began. */
const BEGAN_DAYS_AGO = 71;

/** Fills the demo workspace: clients, brands, target pages, placements with a history that was really judged, and the people behind the sites. */
@Injectable()
export class DemoFiller implements OnModuleInit {
  constructor(
    private readonly fillers: DemoFillers,
    private readonly database: Database,
    private readonly clients: DemoClients,
    private readonly history: DemoHistory,
    private readonly records: DemoRecords,
    private readonly web: DemoWeb,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.fillers.register((demo) => this.fill(demo));
  }

  private async fill({ workspaceId, ownerMemberId }: DemoWorkspace): Promise<void> {
    await this.web.start();
    const scope: WorkspaceScope = { workspaceId };
    const now = this.clock.now();
    const began = new Date(now.getTime() - BEGAN_DAYS_AGO * DAY);
    await this.database.manager().query('select ensure_partitions($1, 6)', [began]);
    const brandIds = await this.clock.replay(began, () => this.clients.make(scope));
    const past = { scope, now, brandIds, ownerMemberId };
    await this.history.write(past);
    await this.records.write(past);
    await this.notify.publish(DEMO_NEWS, { workspaceId, id: workspaceId });
  }
}
