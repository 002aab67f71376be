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
import type { ConflictTouch, SiblingSite, SiteConflict } from './conflict.dto.js';
import { ProspectsRepository } from './prospects.repository.js';
import { ConflictQuery, type Sibling } from './prospects-conflict.query.js';
import { shownTouch } from './shown-touch.js';
import { TouchesRepository, type TouchRow } from './touches.repository.js';

export type { ConflictTouch, SiteConflict } from './conflict.dto.js';

/** What stands against a first mail, and the names a person needs to settle it. */
export interface SendingConflict {
  readonly reasons: readonly ConflictReason[];
  readonly params: Readonly<Record<'by' | 'on' | 'client', string | null>>;
}

/** Touches and siblings shown at most. */
const MOST = 50;

/** Says whether a first approach of a site would get in somebody's way, and in whose. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly database: Database,
    private readonly prospects: ProspectsRepository,
    private readonly touches: TouchesRepository,
    private readonly query: ConflictQuery,
    private readonly workspaces: WorkspaceService,
    private readonly clock: Clock,
  ) {}

  /** Throws `site.not_found`. Members who are limited to clients are not told for whom, nor by whom, others wrote. */
  of(
    who: Principal,
    siteId: string,
    asked: { readonly clientId?: string; readonly brandId?: string },
  ): Promise<SiteConflict> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const site = await this.prospects.site(siteId);
      if (site === null) throw new AppError('site.not_found', { id: siteId });
      const coolDown = await this.coolDown(who.workspaceId);
      const approach: Approach = {
        memberId: who.memberId,
        clientId: asked.clientId ?? null,
        brandId: asked.brandId ?? null,
        at: this.clock.now().getTime(),
      };
      const since = new Date(coolDownStart(coolDown.days, approach.at));
      const touches = await this.touches.since(siteId, since, MOST);
      const siblings = await this.query.siblings(siteId, site.parentSiteId, MOST);
      return {
        ...(await this.judged(siteId, touches, { approach, coolDown })),
        coolDownDays: coolDown.days,
        touches: touches.map((touch) =>
          conflictTouch(touch, who, countsFor(past(touch), approach, coolDown)),
        ),
        siblings: siblings.map((sibling) => shownSibling(sibling, who)),
      };
    });
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
    const touches = await this.touches.since(
      siteId,
      new Date(coolDownStart(coolDown.days, approach.at)),
      MOST,
    );
    const { reasons, ownedBy } = await this.judged(siteId, touches, { approach, coolDown });
    const touch = touches.find(({ direction }) => direction === 'out') ?? null;
    return {
      reasons: reasons as ConflictReason[],
      params: {
        by: touch?.memberName ?? ownedBy,
        on: touch?.at.toISOString().slice(0, 10) ?? null,
        client: touch?.clientName ?? null,
      },
    };
  }

  private async judged(
    siteId: string,
    touches: readonly TouchRow[],
    { approach, coolDown }: { approach: Approach; coolDown: CoolDown },
  ): Promise<Omit<SiteConflict, 'coolDownDays' | 'touches' | 'siblings'>> {
    const holder = await this.query.holder(siteId);
    const liveLinks = await this.query.liveLinks(siteId);
    const exclusions = await this.query.exclusions(siteId);
    const suppression = await this.query.suppression(siteId, approach.clientId);
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
    const lockedUntil = isLocked(lock, approach.at) ? holder.lockUntil : null;
    return {
      answer,
      reasons: [...reasons],
      exempt,
      ownedBy: holder.ownerName,
      lockedUntil,
      liveLinks,
      exclusions,
      suppression,
    };
  }

  private async coolDown(workspaceId: string): Promise<CoolDown> {
    const { coolDownDays, coolDownScope } = await this.workspaces.settings(workspaceId);
    return { days: coolDownDays, scope: coolDownScope };
  }
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
