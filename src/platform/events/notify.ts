import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../database/database.js';
import { reconnectWait } from '../database/reconnect-wait.js';
import { DATABASE_URL } from '../database/tokens.js';
import { Log } from '../logging/log.js';

/** News that something changed: ids only. Who hears it reads the row under the rights of whoever listens. */
export interface News {
  readonly topic: string;
  readonly workspaceId: string;
  readonly id: string;
}

/** A listener gets news, or `missed` when the connection was away for a while: read everything again then. */
export type NewsListener = (news: News | 'missed') => void;

/** Topics of news of the inbox and of the outbox, which modules of mail publish and the stream of a workspace tells on. */
export const CONVERSATION_NEWS = 'conversation';
export const MAIL_NEWS = 'mail';

const CHANNEL = 'linkledger_news';

/**
 * News between processes by NOTIFY. It is sent when the transaction commits and reaches every process, this one too.
 * One connection listens for the whole process, from the first subscription on.
 */
@Injectable()
export class Notify implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<NewsListener>>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private stopped = false;
  private attempts = 0;

  constructor(
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Sends news with the open transaction; nobody hears of one that is rolled back. */
  async publish(topic: string, news: { readonly workspaceId: string; readonly id: string }): Promise<void> {
    const message = JSON.stringify({ topic, workspaceId: news.workspaceId, id: news.id });
    await this.database.manager().query('select pg_notify($1, $2)', [CHANNEL, message]);
  }

  /** Listens to a topic; answers a function that ends it. News of all workspaces come: compare the workspace's id. */
  async subscribe(topic: string, listener: NewsListener): Promise<() => void> {
    const heard = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, heard.add(listener));
    await this.connect();
    return () => void heard.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private connect(): Promise<void> {
    this.connecting ??= this.listen().catch((error: unknown) => this.comeBack(error));
    return this.connecting;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: 'linkledger news',
    });
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    client.on('error', (error) => this.log.debug({ err: error }, 'the connection for news broke'));
    client.on('end', () => this.comeBack(null));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
    if (this.attempts > 0) this.tellAll('missed');
    this.attempts = 0;
  }

  private hear(payload: string): void {
    const news = JSON.parse(payload) as News;
    for (const listener of this.listeners.get(news.topic) ?? []) listener(news);
  }

  private tellAll(news: 'missed'): void {
    for (const heard of this.listeners.values()) for (const listener of heard) listener(news);
  }

  private comeBack(error: unknown): void {
    this.client = null;
    this.connecting = null;
    if (this.stopped) return;
    if (error !== null) this.log.warn({ err: error }, 'no connection for news; trying again');
    this.attempts += 1;
    setTimeout(
      () => {
        if (!this.stopped) void this.connect();
      },
      reconnectWait(this.attempts, Math.random()),
    ).unref();
  }
}
