import { Injectable } from '@nestjs/common';
import {
  type Approach,
  type ConflictReason,
  type CoolDown,
  coolDownStart,
  countsFor,
  judgeConflict,
  type PastTouch,
} from '../../core/prospects/conflict.js';
import { isLocked } from '../../core/prospects/lock.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { type ConflictTouch, type SiblingSite, SiteConflict } from './conflict.dto.js';
import { type ConflictGround, ConflictGrounds } from './conflict-grounds.js';
import { ProspectsRepository } from './prospects.repository.js';
import { ConflictQuery, type Sibling } from './prospects-conflict.query.js';
import { shownTouch } from './shown-touch.js';
import type { TouchRow } from './touches.repository.js';

export type { ConflictTouch } from './conflict.dto.js';
export { SiteConflict };

/** What stands against a first mail, and the names a person needs to settle it. */
export interface SendingConflict {
  readonly reasons: readonly ConflictReason[];
  readonly params: Readonly<Record<'by' | 'on' | 'client', string | null>>;
}

/** For whom somebody wants to approach sites, as far as it is said. */
export interface ApproachedFor {
  readonly clientId?: string | undefined;
  readonly brandId?: string | undefined;
}

/** Touches and siblings shown of one site at most. */
const MOST = 50;

/** Says whether a first approach of a site would get in somebody's way, and in whose. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly database: Database,
    private readonly prospects: ProspectsRepository,
    private readonly grounds: ConflictGrounds,
    private readonly query: ConflictQuery,
    private readonly workspaces: WorkspaceService,
    private readonly clock: Clock,
  ) {}

  /** Throws `site.not_found`. Members who are limited to clients are not told for whom, nor by whom, others wrote. */
  of(who: Principal, siteId: string, asked: ApproachedFor): Promise<SiteConflict> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((await this.prospects.site(siteId)) === null) throw new AppError('site.not_found', { id: siteId });
      const conflict = (await this.ofSites(who, [siteId], asked)).get(siteId);
      if (conflict === undefined) throw new Error('a site was asked about and not answered for');
      return conflict;
    });
  }

  /** The same of many sites that are there, within the open transaction: as many statements as for one. */
  async ofSites(
    who: Principal,
    siteIds: readonly string[],
    { clientId, brandId }: ApproachedFor,
  ): Promise<ReadonlyMap<string, SiteConflict>> {
    const approach: Approach = {
      memberId: who.memberId,
      clientId: clientId ?? null,
      brandId: brandId ?? null,
      at: this.clock.now().getTime(),
    };
    const coolDown = await this.coolDown(who.workspaceId);
    const groundOf = await this.groundsOf(siteIds, approach, coolDown);
    const siblings = await this.query.siblings(siteIds, MOST);
    return new Map(
      siteIds.map((siteId) => {
        const ground = groundOf(siteId);
        const { touches } = ground;
        return [
          siteId,
          {
            ...judged(ground, approach, coolDown),
            coolDownDays: coolDown.days,
            touches: touches.map((touch) =>
              conflictTouch(touch, who, countsFor(past(touch), approach, coolDown)),
            ),
            siblings: siblings
              .filter((sibling) => sibling.of === siteId)
              .map((sibling) => shownSibling(sibling, who)),
          },
        ];
      }),
    );
  }

  /**
   * What a first mail to the site would run into at this moment, and whose way it would get in; in the open transaction. Empty for a site that is
   * not there any more.
   */
  async atSending(
    siteId: string,
    asked: { readonly memberId: string; readonly clientId: string | null; readonly brandId: string | null },
  ): Promise<SendingConflict> {
    const coolDown = await this.coolDown(this.database.scope().workspaceId);
    const approach: Approach = { ...asked, at: this.clock.now().getTime() };
    const ground = (await this.groundsOf([siteId], approach, coolDown))(siteId);
    const { reasons, ownedBy } = judged(ground, approach, coolDown);
    const touch = ground.touches.find(({ direction }) => direction === 'out') ?? null;
    return {
      reasons: reasons as ConflictReason[],
      params: {
        by: touch?.memberName ?? ownedBy,
        on: touch?.at.toISOString().slice(0, 10) ?? null,
        client: touch?.clientName ?? null,
      },
    };
  }

  private groundsOf(siteIds: readonly string[], { at, clientId }: Approach, { days }: CoolDown) {
    return this.grounds.of(siteIds, { since: new Date(coolDownStart(days, at)), atMost: MOST, clientId });
  }

  private async coolDown(workspaceId: string): Promise<CoolDown> {
    const { coolDownDays, coolDownScope } = await this.workspaces.settings(workspaceId);
    return { days: coolDownDays, scope: coolDownScope };
  }
}

/** What the guard says of a site, but for its touches and siblings. */
function judged(
  { holder, touches, liveLinks, exclusions, suppression }: ConflictGround,
  approach: Approach,
  coolDown: CoolDown,
): Omit<SiteConflict, 'coolDownDays' | 'touches' | 'siblings'> {
  const lock = { ownerMemberId: holder.ownerMemberId, until: holder.lockUntil?.getTime() ?? null };
  const { answer, reasons, exempt } = judgeConflict(
    {
      stage: holder.stage,
      lock,
      touches: touches.map(past),
      linkedClientIds: liveLinks.flatMap(({ clientId }) => clientId ?? []),
      excludingClientIds: exclusions.map(({ clientId }) => clientId),
      isSuppressed: suppression !== null,
    },
    approach,
    coolDown,
  );
  return {
    answer,
    reasons: [...reasons],
    exempt,
    ownedBy: holder.ownerName,
    lockedUntil: isLocked(lock, approach.at) ? holder.lockUntil : null,
    liveLinks: [...liveLinks],
    exclusions: [...exclusions],
    suppression,
  };
}

function past(touch: TouchRow): PastTouch {
  return {
    at: touch.at.getTime(),
    direction: touch.direction,
    clientId: touch.clientId,
    brandId: touch.brandId,
  };
}

function conflictTouch(touch: TouchRow, who: Principal, counts: boolean): ConflictTouch {
  const { contactId: _, contactName: __, note: ___, ...shown } = shownTouch(touch, who);
  return { ...shown, counts };
}

function shownSibling(sibling: Sibling, who: Principal): SiblingSite {
  const isTold = who.clientIds === null || sibling.memberId === who.memberId;
  return {
    siteId: sibling.siteId,
    displayHost: displayHost(sibling.siteKey),
    lastTouchAt: sibling.lastTouchAt,
    memberName: isTold ? sibling.memberName : null,
  };
}
