import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { AppError } from '../errors/app-error.js';
import { clientSetting, sameScope, type WorkspaceScope } from './scope.js';
import { databaseTrouble } from './unavailable.js';

/** Limits of every transaction: a stuck one must not hold locks or connections for long. */
const LIMITS = { statement: '30s', lock: '5s', idle: '60s' } as const;

/** When a caller may try again. */
const RETRY_AFTER_S = { unavailable: 5, busy: 1 } as const;

interface OpenTransaction {
  readonly scope: WorkspaceScope | null;
  readonly manager: EntityManager;
  readonly callbacks: (() => void | Promise<void>)[];
}

/**
 * The one way to the tables. A service method or a job opens a transaction with `inWorkspace`; repositories ask for
 * `manager()` and find that transaction. Row-level security answers with rows of that workspace alone.
 *
 * Nothing that talks to the network or hashes a password belongs inside.
 */
@Injectable()
export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs work in a transaction that sees one workspace. Within a transaction of the same scope it joins that one;
   * within another scope it throws, because half of the work would be invisible.
   */
  inWorkspace<T>(scope: WorkspaceScope, work: () => Promise<T>): Promise<T> {
    const around = this.open.getStore();
    if (around === undefined) return this.transaction(scope, work);
    if (around.scope !== null && sameScope(around.scope, scope)) return work();
    throw new Error('a transaction of another scope is open: open this one before it, or after it');
  }

  /**
   * Runs work in a transaction without a workspace: installation tables and definer functions only, tenant tables
   * appear empty. Within an open transaction it joins that one.
   */
  inInstallation<T>(work: () => Promise<T>): Promise<T> {
    return this.open.getStore() === undefined ? this.transaction(null, work) : work();
  }

  /** The entity manager of the open transaction. Throws outside of one: a query without a scope is a bug. */
  manager(): EntityManager {
    return this.current().manager;
  }

  /** The scope of the open transaction. Throws outside of one and in one without a workspace. */
  scope(): WorkspaceScope {
    const { scope } = this.current();
    if (scope === null) throw new Error('this transaction has no workspace: use inWorkspace');
    return scope;
  }

  /** Whether a transaction is open here. */
  isOpen(): boolean {
    return this.open.getStore() !== undefined;
  }

  /** Runs a callback once the open transaction is committed; never when it is rolled back. */
  afterCommit(callback: () => void | Promise<void>): void {
    this.current().callbacks.push(callback);
  }

  private current(): OpenTransaction {
    const open = this.open.getStore();
    if (open === undefined) throw new Error('no transaction is open: use inWorkspace or inInstallation');
    return open;
  }

  private async transaction<T>(scope: WorkspaceScope | null, work: () => Promise<T>): Promise<T> {
    const callbacks: OpenTransaction['callbacks'] = [];
    const result = await translated(() => this.committed(scope, callbacks, work));
    for (const callback of callbacks) await this.open.exit(callback);
    return result;
  }

  private async committed<T>(
    scope: WorkspaceScope | null,
    callbacks: OpenTransaction['callbacks'],
    work: () => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await limit(runner, scope);
      const result = await this.open.run({ scope, manager: runner.manager, callbacks }, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Every setting ends with the transaction, so a pooled connection never carries one over to the next. */
async function limit(runner: QueryRunner, scope: WorkspaceScope | null): Promise<void> {
  await runner.query(
    `select set_config('app.workspace_id', $1, true), set_config('app.client_ids', $2, true),
       set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true),
       set_config('idle_in_transaction_session_timeout', $5, true)`,
    [
      scope?.workspaceId ?? '',
      scope === null ? '' : clientSetting(scope),
      LIMITS.statement,
      LIMITS.lock,
      LIMITS.idle,
    ],
  );
}

/** A connection that broke has nothing left to roll back; its first error is the one to tell. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive || runner.isReleased) return;
  try {
    await runner.rollbackTransaction();
  } catch (error) {
    if (databaseTrouble(error) === null) throw error;
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = error instanceof AppError ? null : databaseTrouble(error);
    throw trouble === null
      ? error
      : new AppError(`database.${trouble}`, { retryAfterS: RETRY_AFTER_S[trouble] }, { cause: error });
  }
}
