import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import type { RobotsAnswer, RobotsStore, StoredRobots } from '../../platform/fetch/robots-source.js';

interface KeptRobots {
  readonly authority: string;
  readonly answer: RobotsAnswer;
}

/** Copies of robots.txt on their hosts, shared by all workers. */
@Injectable()
export class RobotsCopiesRepository implements RobotsStore {
  constructor(private readonly database: Database) {}

  async get(authority: string): Promise<StoredRobots | null> {
    const rows = await this.ask<{ robots: KeptRobots; at: Date }>(
      `select robots, robots_fetched_at as at from hosts where slot = $1 and robots ->> 'authority' = $2`,
      [hostSlot(new URL(authority)), authority],
    );
    const kept = rows[0];
    return kept === undefined ? null : { fetchedAt: kept.at.getTime(), answer: kept.robots.answer };
  }

  async put(authority: string, { fetchedAt, answer }: StoredRobots): Promise<void> {
    await this.ask('update hosts set robots = $2, robots_fetched_at = $3 where slot = $1', [
      hostSlot(new URL(authority)),
      JSON.stringify({ authority, answer: withoutNul(answer) }),
      new Date(fetchedAt),
    ]);
  }

  private ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.inInstallation(() => this.database.manager().query<Row[]>(sql, values));
  }
}

/** The copies one turn has read: its pages ask the database once, not each. */
export class TurnRobots implements RobotsStore {
  private readonly read = new Map<string, StoredRobots>();

  constructor(private readonly copies: RobotsStore) {}

  async get(authority: string): Promise<StoredRobots | null> {
    const known = this.read.get(authority) ?? (await this.copies.get(authority));
    if (known !== null) this.read.set(authority, known);
    return known;
  }

  async put(authority: string, robots: StoredRobots): Promise<void> {
    this.read.set(authority, robots);
    await this.copies.put(authority, robots);
  }
}

/** PostgreSQL's text holds no NUL; no rule of a robots.txt needs one. */
function withoutNul(answer: RobotsAnswer): RobotsAnswer {
  return answer.kind === 'rules' ? { ...answer, text: answer.text.replaceAll('\u0000', '') } : answer;
}
