import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Kind } from '../../core/campaigns/kind.js';
import { compiled } from '../../platform/paths.js';

/** Where the files of kinds lie; a program that reads another folder serves the kinds it finds there. */
export class KindFolder {
  readonly path: string = compiled('core/campaigns/kinds');
}

/** Every campaign kind there is: one for each file of the folder. */
@Injectable()
export class Kinds implements OnModuleInit {
  private kinds: ReadonlyMap<string, Kind> = new Map();

  constructor(private readonly folder: KindFolder) {}

  async onModuleInit(): Promise<void> {
    this.kinds = new Map((await loadKinds(this.folder.path)).map((kind) => [kind.key, kind]));
  }

  /** The kind of that key, or null. */
  one(key: string): Kind | null {
    return this.kinds.get(key) ?? null;
  }

  all(): readonly Kind[] {
    return [...this.kinds.values()];
  }
}

/** Loads the kinds of a folder of compiled files; every exported object with stages is one. */
export async function loadKinds(folder: string): Promise<Kind[]> {
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.js$/.test(file));
  const loaded = files.sort().map(async (file) => {
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    return Object.values(module).filter(isKind);
  });
  return (await Promise.all(loaded)).flat();
}

function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'key' in value && 'stages' in value;
}
