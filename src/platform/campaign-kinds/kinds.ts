import { join } from 'node:path';
import type { Kind } from '../../core/campaigns/kind.js';
import { compiled, fromRoot } from '../paths.js';

/** Where the files of kinds and their starter mails lie. */
export class KindFolders {
  readonly kinds: string = compiled('core/campaigns/kinds');
  readonly templates: string = fromRoot('templates');
}

/** Every campaign kind there is, one for each file of the folder. */
export class Kinds {
  private readonly byKey: ReadonlyMap<string, Kind>;

  constructor(
    kinds: readonly Kind[],
    private readonly folders: Pick<KindFolders, 'templates'>,
  ) {
    this.byKey = new Map(kinds.map((kind) => [kind.key, kind]));
  }

  all(): readonly Kind[] {
    return [...this.byKey.values()];
  }

  /** The kind of that key, or null: its file may have been taken away after campaigns were made. */
  one(key: string): Kind | null {
    return this.byKey.get(key) ?? null;
  }

  /** Folder of the starter mails of a kind. */
  templatesOf(key: string): string {
    return join(this.folders.templates, key);
  }
}
