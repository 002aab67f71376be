import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Locale } from '../../platform/http/language.js';
import { AccessRows } from './access-rows.js';
import { DemoFillers } from './demo-fillers.service.js';
import type { WorkspaceEntity } from './workspace.entity.js';

/** A workspace that exists now, and its first owner. */
export interface Founded {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly userId: string;
}

/** The owner a workspace begins with. Without a hash nobody can sign in as them by password. */
export interface Founder {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

/** The demo's owner has no password, so nobody can sign in with this address. */
const DEMO_EMAIL = 'demo@linkledger.test';
const DEMO_NAMES: Record<Locale, { workspace: string; owner: string }> = {
  en: { workspace: 'Demo agency', owner: 'Demo owner' },
  nl: { workspace: 'Demobureau', owner: 'Demo-eigenaar' },
};

/** Makes workspaces with their first owner, in the open transaction of the new workspace. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly rows: AccessRows,
    private readonly events: Events,
    private readonly demo: DemoFillers,
    private readonly clock: Clock,
  ) {}

  /** Makes a workspace and its owner. Throws `setup.email_taken` when the address belongs to somebody already. */
  async found(
    workspace: Omit<WorkspaceEntity, 'settings' | 'createdAt'>,
    founder: Founder,
  ): Promise<Founded> {
    const createdAt = this.clock.now();
    const { name, email } = founder;
    if ((await this.rows.users.byEmail(email)) !== null) throw new AppError('setup.email_taken');
    const founded = { workspaceId: workspace.id, memberId: newId(createdAt), userId: newId(createdAt) };
    const user = { id: founded.userId, email, name, locale: workspace.locale, createdAt, disabledAt: null };
    await this.rows.workspaces.add({ ...workspace, settings: {}, createdAt });
    await this.rows.users.add(user, founder.passwordHash);
    await this.addOwner(founded, founder, createdAt);
    await this.events.record({
      kind: 'workspace.created',
      subjects: [
        { kind: 'workspace', id: workspace.id },
        { kind: 'member', id: founded.memberId },
      ],
      actorUserId: founded.userId,
    });
    return founded;
  }

  /** Makes the demo workspace and lets the modules above fill it. */
  async foundDemo(workspaceId: string, locale: Locale): Promise<Founded> {
    const names = DEMO_NAMES[locale];
    const founded = await this.found(
      { id: workspaceId, name: names.workspace, timeZone: 'Europe/Amsterdam', locale, isDemo: true },
      { name: names.owner, email: DEMO_EMAIL, passwordHash: null },
    );
    await this.demo.fill({
      workspaceId,
      ownerMemberId: founded.memberId,
      ownerUserId: founded.userId,
      locale,
    });
    return founded;
  }

  /** The demo workspace that was made before, with its owner. */
  async foundedDemo(workspaceId: string): Promise<Founded> {
    const known = await this.rows.users.byEmail(DEMO_EMAIL);
    const places = known === null ? [] : await this.rows.users.memberships(known.user.id);
    const place = places.find((one) => one.id === workspaceId);
    if (known === null || place === undefined) throw new AppError('access.no_workspace');
    return { workspaceId, memberId: place.memberId, userId: known.user.id };
  }

  private async addOwner(founded: Founded, { name, email }: Founder, createdAt: Date): Promise<void> {
    const { workspaceId, memberId: id, userId } = founded;
    const row = { workspaceId, id, userId, name, email, role: 'owner' as const, createdAt };
    await this.rows.members.add(
      { ...row, position: '', limitedToClients: false, digest: true, leftAt: null },
      [],
    );
  }
}
