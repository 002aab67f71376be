import type { RobotsStore, StoredRobots } from '../../../platform/fetch/robots-source.js';

const MAX_CHARACTERS = 32 * 1024 * 1024;
const ENTRY_CHARACTERS = 500;

/** Keeps the robots.txt answers of one run in memory, those used last, up to 32 million characters. */
export class RobotsMemory implements RobotsStore {
  private readonly kept = new Map<string, StoredRobots>();
  private characters = 0;

  async get(authority: string): Promise<StoredRobots | null> {
    const found = this.kept.get(authority);
    if (found === undefined) return null;
    this.kept.delete(authority);
    this.kept.set(authority, found);
    return found;
  }

  async put(authority: string, robots: StoredRobots): Promise<void> {
    this.drop(authority);
    this.kept.set(authority, robots);
    this.characters += sizeOf(robots);
    for (const oldest of this.kept.keys()) {
      if (this.characters <= MAX_CHARACTERS) return;
      this.drop(oldest);
    }
  }

  private drop(authority: string): void {
    const found = this.kept.get(authority);
    if (found === undefined) return;
    this.characters -= sizeOf(found);
    this.kept.delete(authority);
  }
}

function sizeOf({ answer }: StoredRobots): number {
  return ENTRY_CHARACTERS + (answer.kind === 'rules' ? answer.text.length : 0);
}
