import { Injectable } from '@nestjs/common';
import { isFreeMailDomain } from '../../core/courtesy/free-mail.js';
import { isOwnWish, type SuppressionWish } from '../../core/courtesy/suppression.js';
import type { Subject } from '../../core/events/kinds.js';
import { siteKey } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { NewEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import type { LogLine } from '../../platform/suppression-log/log-line.js';
import { SuppressionLog } from '../../platform/suppression-log/suppression-log.js';
import {
  type FreshSuppression,
  type SuppressionEntry,
  SuppressionsRepository,
} from './suppressions.repository.js';

export type { SuppressionEntry, SuppressionWish };

/** What keeps a mail from going; `id` is null where only the log outside of the database knows of it. */
export interface Held {
  readonly id: string | null;
  readonly of: 'address' | 'site';
  readonly reason: SuppressionEntry['reason'];
}

/**
 * The one writer of the do-not-contact list, for all who find that somebody must not be written to. Everything runs in the open transaction; what was
 * written is on the disk outside of the database, too, before that transaction's caller gets its answer.
 */
@Injectable()
export class SuppressionsService {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionsRepository,
    private readonly log: SuppressionLog,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts entries on the list; answers those that were not on it, with the ids they got. Each is told as `suppression.added` with
   * {suppressionId, of, siteId?, reason, source}; of an import's sites only those that mail waits for.
   */
  async keep(wishes: readonly SuppressionWish[]): Promise<readonly (SuppressionWish & { id: string })[]> {
    if (wishes.length === 0) return [];
    const at = this.clock.now();
    const rows = wishes.map(
      (wish): FreshSuppression => ({
        ...wish,
        id: wish.id ?? newId(at),
        addressHash: hashOf(wish),
      }),
    );
    const inserted = await this.suppressions.insert(rows, at);
    const fresh = rows.filter(({ id }) => inserted.has(id));
    const again = rows.filter((row) => !inserted.has(row.id) && isOwnWish(row));
    if (again.length > 0) await this.suppressions.outweigh(again);
    const keys = await this.suppressions.siteKeys(fresh.flatMap(({ siteId }) => siteId ?? []));
    this.remember(
      fresh.map((row) => this.line({ ...row, siteKey: keys.get(row.siteId ?? '') ?? null }, 'kept', at)),
    );
    await this.tell(fresh);
    return fresh;
  }

  /** Keeps addresses as hashes alone, for a person who was erased: whatever stood there of them is gone. */
  async keepErased(addressKeys: readonly string[], contactId: string): Promise<void> {
    const hashes = addressKeys.map((key) => sha256(key).toString('hex'));
    const erased = { reason: 'asked', source: 'erasure', sourceId: contactId } as const;
    await this.keep(addressKeys.map((addressKey) => ({ ...erased, addressKey })));
    await this.suppressions.forgetAddresses(hashes);
  }

  /** Takes an entry off the list; answers it. Throws `suppression.not_found`. */
  async lift(id: string, reason: string): Promise<SuppressionEntry> {
    const at = this.clock.now();
    const entry = await this.suppressions.lock(id);
    if (entry === null) throw new AppError('suppression.not_found', { id });
    await this.suppressions.lift(id, reason, at);
    this.remember([this.line(entry, 'lifted', at)]);
    await this.events.record({
      kind: 'suppression.lifted',
      clientId: entry.clientId,
      subjects: await this.subjectsOf(entry),
      params: { suppressionId: id, of: entry.siteId === null ? 'address' : 'site' },
    });
    return entry;
  }

  /** An entry that holds, locked until the transaction ends. Throws `suppression.not_found`. */
  async locked(id: string): Promise<SuppressionEntry> {
    const entry = await this.suppressions.lock(id);
    if (entry === null) throw new AppError('suppression.not_found', { id });
    return entry;
  }

  /** Takes workspace-wide entries of sites away as if they had never been; answers the sites. */
  async takeBackSites(siteIds: readonly string[]): Promise<string[]> {
    return this.takenBack(await this.suppressions.takeBack({ siteIds })).flatMap(
      ({ siteId }) => siteId ?? [],
    );
  }

  /** Takes at most so many entries away that an import made; answers how many. */
  async takeBackImport(importId: string, atMost: number): Promise<number> {
    return this.takenBack(await this.suppressions.takeBack({ importId, atMost })).length;
  }

  /**
   * What keeps a mail to an address (by its key), about a site, for a client from going; null when nothing does. The log outside of the database is
   * asked, too: what was asked while the database was away, or after the backup it was put back from, holds at once.
   */
  async held(asked: {
    readonly addressKey: string | null;
    readonly siteId: string | null;
    readonly clientId: string | null;
  }): Promise<Held | null> {
    const addressHash = asked.addressKey === null ? null : sha256(asked.addressKey).toString('hex');
    const domainKey = asked.addressKey === null ? null : mailDomainKey(asked.addressKey);
    const { siteId, clientId } = asked;
    const entry = await this.suppressions.holding({ addressHash, siteId, domainKey, clientId });
    if (entry !== null)
      return { id: entry.id, of: entry.siteId === null ? 'address' : 'site', reason: entry.reason };
    const { workspaceId } = this.database.scope();
    const [logged] = addressHash === null ? [] : await this.log.of(workspaceId, addressHash);
    return logged === undefined ? null : { id: null, of: 'address', reason: logged.reason };
  }

  /** Whether nobody may write there. */
  async isSuppressed(
    addressKey: string | null,
    siteId: string | null,
    clientId: string | null,
  ): Promise<boolean> {
    return (await this.held({ addressKey, siteId, clientId })) !== null;
  }

  /**
   * Whom an entry is about, for those who hear `suppression.added`: the site, or the keys of all addresses here that have its hash. Null when there is
   * no such entry.
   */
  async about(
    id: string,
  ): Promise<{ entry: SuppressionEntry; siteId: string | null; addressKeys: readonly string[] } | null> {
    const entry = await this.suppressions.one(id);
    if (entry === null) return null;
    const { addressHash, address, siteId } = entry;
    const found = addressHash === null ? [] : await this.suppressions.keysOf(addressHash);
    return { entry, siteId, addressKeys: [...new Set(address === null ? found : [address, ...found])] };
  }

  /** The key of the address a mail went to, where it has this hash. */
  async addressKeyOf(outboundId: string, hash: string): Promise<string | null> {
    const key = await this.suppressions.addressOfMail(outboundId);
    return key !== null && sha256(key).toString('hex') === hash ? key : null;
  }

  private takenBack(entries: readonly SuppressionEntry[]): readonly SuppressionEntry[] {
    const at = this.clock.now();
    this.remember(entries.map((entry) => this.line(entry, 'lifted', at)));
    return entries;
  }

  private remember(lines: readonly LogLine[]): void {
    if (lines.length > 0) this.database.afterCommit(() => this.log.append(lines));
  }

  private line(
    entry: (FreshSuppression & { siteKey: string | null }) | SuppressionEntry,
    act: LogLine['act'],
    at: Date,
  ): LogLine {
    return {
      act,
      at: at.toISOString(),
      workspaceId: this.database.scope().workspaceId,
      id: entry.id,
      hash: entry.addressHash,
      site: entry.siteKey,
      clientId: entry.clientId ?? null,
      reason: entry.reason,
      source: entry.source,
      sourceId: entry.sourceId ?? null,
    };
  }

  private async tell(fresh: readonly FreshSuppression[]): Promise<void> {
    const imported = fresh.flatMap(({ importId, siteId }) => (importId && siteId ? [siteId] : []));
    const awaited = imported.length === 0 ? new Set() : await this.suppressions.awaitedSites(imported);
    const told = fresh.filter(({ importId, siteId }) => !importId || !siteId || awaited.has(siteId));
    const found = await this.suppressions.subjects(
      told.flatMap(({ siteId }) => siteId ?? []),
      told.flatMap(({ addressKey }) => addressKey ?? []),
    );
    await this.events.recordMany(told.map((row) => this.added(row, found)));
  }

  private added(
    row: FreshSuppression,
    found: readonly { of: string; kind: 'prospect' | 'contact'; id: string }[],
  ): NewEvent {
    const { siteId = null, addressKey = null, clientId = null } = row;
    const of = siteId === null ? 'address' : 'site';
    return {
      kind: 'suppression.added',
      clientId,
      subjects: this.orWorkspace([
        ...(siteId === null ? [] : [{ kind: 'site' as const, id: siteId }]),
        ...found.filter((one) => one.of === (siteId ?? addressKey)).map(({ kind, id }) => ({ kind, id })),
        ...(clientId === null ? [] : [{ kind: 'client' as const, id: clientId }]),
      ]),
      params: {
        suppressionId: row.id,
        of,
        ...(siteId !== null && { siteId }),
        reason: row.reason,
        source: row.source,
      },
    };
  }

  private async subjectsOf({ siteId, address, clientId }: SuppressionEntry): Promise<Subject[]> {
    const found = await this.suppressions.subjects(
      siteId === null ? [] : [siteId],
      address === null ? [] : [address],
    );
    return this.orWorkspace([
      ...(siteId === null ? [] : [{ kind: 'site' as const, id: siteId }]),
      ...found.map(({ kind, id }) => ({ kind, id })),
      ...(clientId === null ? [] : [{ kind: 'client' as const, id: clientId }]),
    ]);
  }

  private orWorkspace(subjects: Subject[]): Subject[] {
    return subjects.length > 0 ? subjects : [{ kind: 'workspace', id: this.database.scope().workspaceId }];
  }
}

function hashOf({ addressKey, addressHash }: SuppressionWish): string | null {
  if (addressHash !== undefined && addressHash !== null) return addressHash;
  return addressKey === undefined || addressKey === null ? null : sha256(addressKey).toString('hex');
}

/** The site a mail address is at; null where anybody can have one. */
function mailDomainKey(addressKey: string): string | null {
  const key = siteKey(addressKey.slice(addressKey.lastIndexOf('@') + 1));
  return key === null || isFreeMailDomain(key) ? null : key;
}
