import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { SuppressionSource } from '../../core/courtesy/suppression.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Log } from '../../platform/logging/log.js';
import type { LogLine } from '../../platform/suppression-log/log-line.js';
import { SuppressionLog } from '../../platform/suppression-log/suppression-log.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { SitesService } from '../sites/sites.service.js';
import { SuppressionReplayQuery } from './suppression-replay.query.js';

/** Entries of one transaction. */
const AT_ONCE = 500;
/** How long to wait before the database is tried again, in milliseconds. */
const AGAIN_AFTER = 2000;

/** What a replay did: entries the database had lost, and entries the log did not have. */
interface Replayed {
  readonly restored: number;
  readonly logged: number;
}

/** Brings the log outside of the database and the do-not-contact list together: at every start, after a restore, and when the database is back. */
@Injectable()
export class SuppressionReplay implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private isOver = false;

  constructor(
    private readonly database: Database,
    private readonly query: SuppressionReplayQuery,
    private readonly suppressions: SuppressionsService,
    private readonly sites: SitesService,
    private readonly log: SuppressionLog,
    private readonly clock: Clock,
    private readonly words: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.tried();
  }

  onModuleDestroy(): void {
    this.isOver = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Runs as soon as the database answers. */
  soon(): void {
    if (this.timer !== null || this.isOver) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.tried();
    }, AGAIN_AFTER);
    this.timer.unref();
  }

  /** Brings both together, workspace by workspace. Throws when the database does not answer. */
  async run(): Promise<Replayed> {
    const entries = [...(await this.log.entries()).values()];
    const workspaces = await this.database.inInstallation(() => this.query.workspaceIds());
    let restored = 0;
    let logged = 0;
    for (const workspaceId of workspaces) {
      const ofIt = entries.filter((line) => line.workspaceId === workspaceId);
      for (let start = 0; start < ofIt.length; start += AT_ONCE)
        restored += await this.restore(workspaceId, ofIt.slice(start, start + AT_ONCE));
      logged += await this.catchUp(workspaceId, new Set(ofIt.map(({ id }) => id)));
    }
    return { restored, logged };
  }

  private async tried(): Promise<void> {
    try {
      const { restored } = await this.run();
      if (restored > 0) this.words.warn({ restored }, 'suppressions came back from the log');
    } catch (error) {
      this.words.warn({ err: error }, 'the log of suppressions waits for the database');
      this.soon();
    }
  }

  /** Entries the database does not know are put down anew; what another entry says already, or was lifted there, ends in the log. */
  private restore(workspaceId: string, lines: readonly LogLine[]): Promise<number> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const known = await this.query.known(lines.map(({ id }) => id));
      const over = lines.filter(({ id }) => known.get(id) === false);
      const lost = lines.filter(({ id }) => !known.has(id));
      const kept = new Set(await this.keep(lost));
      const said = lost.filter(({ id }) => !kept.has(id));
      const at = this.clock.now().toISOString();
      const lifted = [...over, ...said].map((line) => ({ ...line, act: 'lifted' as const, at }));
      if (lifted.length > 0) this.database.afterCommit(() => this.log.append(lifted));
      return kept.size;
    });
  }

  private async keep(lost: readonly LogLine[]): Promise<string[]> {
    if (lost.length === 0) return [];
    const sites = await this.sites.forAddresses(lost.flatMap(({ site }) => site ?? []));
    const clients = await this.query.clients(lost.flatMap(({ clientId }) => clientId ?? []));
    const wishes = await Promise.all(
      lost.map(async ({ id, hash, site, clientId, reason, source, sourceId }) => ({
        id,
        siteId: site === null ? null : (sites.get(site) ?? null),
        addressHash: hash,
        addressKey:
          hash === null || sourceId === null ? null : await this.suppressions.addressKeyOf(sourceId, hash),
        clientId: clientId !== null && clients.has(clientId) ? clientId : null,
        reason,
        source: sourceAfter(source),
        sourceId,
      })),
    );
    const named = wishes.filter(({ siteId, addressHash }) => siteId !== null || addressHash !== null);
    return (await this.suppressions.keep(named)).map(({ id }) => id);
  }

  private async catchUp(workspaceId: string, logged: ReadonlySet<string>): Promise<number> {
    const missing = await this.database.inWorkspace({ workspaceId }, () => this.query.notAmong(logged));
    await this.log.append(
      missing.map(({ siteKey, addressHash, createdAt, ...entry }) => ({
        act: 'kept',
        at: createdAt.toISOString(),
        workspaceId,
        hash: addressHash,
        site: siteKey,
        ...entry,
      })),
    );
    return missing.length;
  }
}

/** An erased person stays one, and who asked by a click did; of the others the log alone is left as where it came from. */
function sourceAfter(source: SuppressionSource): SuppressionSource {
  return source === 'erasure' || source === 'one_click' ? source : 'replayed';
}
