import { Injectable } from '@nestjs/common';
import {
  DIGEST_SECTIONS,
  type DigestLine,
  type DigestSection,
  digestLines,
  localDay,
} from '../../core/alerts/digest.js';
import type { PlacementState } from '../../core/placements/placement.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { publicUrlOf } from '../../platform/config/public-url.js';
import type { Locale } from '../../platform/http/language.js';
import { alertSentence } from '../../platform/i18n/alert-sentence.js';
import { type TeamMember, TeamService, type WorkspaceNow } from '../access/team.service.js';
import type { NotificationEntity } from './notification.entity.js';
import { NotificationsRepository } from './notifications.repository.js';
import { type PlacementInBrief, PlacementsInBrief } from './placements-in-brief.query.js';
import { SystemMailService } from './system-mail.service.js';

/** Lines a section of the mail shows; the rest is a number and a link. */
const SHOWN = 20;

/** Writes the daily digests of a workspace: one a person and day, of what changed since the last one. */
@Injectable()
export class DigestService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly placements: PlacementsInBrief,
    private readonly team: TeamService,
    private readonly mails: SystemMailService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Writes the digests of a day (YYYY-MM-DD) in the open transaction. Nothing to tell, no mail. */
  async write(day: string): Promise<void> {
    const workspace = await this.team.workspace();
    for (const member of await this.team.team()) {
      if (member.digest) await this.writeFor(member, workspace, day);
    }
  }

  private async writeFor(member: TeamMember, workspace: WorkspaceNow, day: string): Promise<void> {
    const told = (await this.notifications.undigested(member.memberId)).filter(isOfDigest);
    if (told.length === 0) return;
    const { clientIds } = member;
    const all = await this.placements.byIds(told.flatMap(({ subjectId }) => subjectId ?? []));
    const placements = all.filter((placement) => clientIds?.includes(placement.clientId) ?? true);
    const lines = this.linesOf(told, placements, localDay(this.clock.now(), workspace.timeZone));
    const isWritten = lines.length === 0 || (await this.mail(member, workspace, { day, lines, placements }));
    // A second round of the day finds its mail there already: what came since waits for tomorrow's.
    if (isWritten)
      await this.notifications.markDigested(
        told.map(({ id }) => id),
        day,
      );
  }

  private linesOf(
    told: readonly NotificationEntity[],
    placements: readonly PlacementInBrief[],
    today: string,
  ): readonly DigestLine[] {
    const changes = told.map((line) => ({
      placementId: String(line.subjectId),
      section: line.kind as DigestSection,
      at: line.createdAt.getTime(),
      from: String(line.params['from']) as PlacementState,
    }));
    const now = placements.map(({ id, state, dueOn }) => ({
      placementId: id,
      state,
      overdue: state === 'awaited' && dueOn !== null && dueOn < today,
    }));
    return digestLines(changes, now);
  }

  private async mail(
    member: TeamMember,
    workspace: WorkspaceNow,
    digest: { day: string; lines: readonly DigestLine[]; placements: readonly PlacementInBrief[] },
  ): Promise<boolean> {
    const { locale, memberId } = member;
    const id = await this.mails.enqueue({
      key: `digest:${memberId}:${digest.day}`,
      kind: 'digest',
      locale,
      toAddress: member.email,
      toName: member.name,
      values: {
        subject: alertSentence(locale, 'digest.subject', {
          count: digest.lines.length,
          workspace: workspace.name,
        }),
        name: member.name,
        workspaceName: workspace.name,
        link: publicUrlOf(this.config),
        sections: this.sections(locale, digest.lines, digest.placements),
      },
    });
    return id !== null;
  }

  private sections(locale: Locale, lines: readonly DigestLine[], placements: readonly PlacementInBrief[]) {
    const byId = new Map(placements.map((placement) => [placement.id, placement]));
    return DIGEST_SECTIONS.flatMap((section) => {
      const all = lines
        .filter((line) => line.section === section)
        .flatMap((line) => byId.get(line.placementId) ?? []);
      if (all.length === 0) return [];
      return {
        title: alertSentence(locale, `digest.${section}`, { count: all.length }),
        more: Math.max(0, all.length - SHOWN),
        lines: all.slice(0, SHOWN).map(({ id, sourceHost, targetUrl, brandName }) => ({
          sentence: alertSentence(locale, 'digest.line', {
            source: sourceHost,
            target: targetUrl,
            brand: brandName,
          }),
          url: `${publicUrlOf(this.config)}/placements/${id}`,
        })),
      };
    });
  }
}

function isOfDigest(line: NotificationEntity): boolean {
  return line.subjectId !== null && (DIGEST_SECTIONS as readonly string[]).includes(line.kind);
}
