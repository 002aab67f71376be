import { Injectable } from '@nestjs/common';
import { DemoCampaigns } from './demo-campaigns.js';
import { DemoClientPart } from './demo-client-part.js';
import type { DemoPast } from './demo-history.js';
import { DemoMail } from './demo-mail.js';
import { DemoOrders } from './demo-orders.js';
import { DemoPeople } from './demo-people.js';
import { DemoRelationship } from './demo-relationship.js';
import { DemoTasks } from './demo-tasks.js';
import { DemoTemplates } from './demo-templates.js';

/** What the demo's team knows beside its placements. */
@Injectable()
export class DemoRecords {
  constructor(
    private readonly people: DemoPeople,
    private readonly relationship: DemoRelationship,
    private readonly campaigns: DemoCampaigns,
    private readonly tasks: DemoTasks,
    private readonly orders: DemoOrders,
    private readonly clientPart: DemoClientPart,
    private readonly templates: DemoTemplates,
    private readonly mail: DemoMail,
  ) {}

  /** Writes it down in the open transaction. */
  async write(past: DemoPast): Promise<void> {
    await this.people.write(past);
    await this.relationship.write(past);
    await this.campaigns.write(past);
    await this.tasks.write(past);
    await this.orders.write(past);
    await this.clientPart.write(past);
    await this.templates.write(past);
    await this.mail.write(past);
  }
}
