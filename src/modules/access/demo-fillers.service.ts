import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/http/language.js';

/** The demo workspace that was just made. */
export interface DemoWorkspace {
  readonly workspaceId: string;
  readonly ownerMemberId: string;
  readonly ownerUserId: string;
  readonly locale: Locale;
}

/** Fills the demo workspace. It runs in the transaction that makes it, in its scope; long work is a job added there. */
export type DemoFiller = (demo: DemoWorkspace) => Promise<void>;

/** The place where the modules that know the demo's data say so: access makes the workspace and knows no data. */
@Injectable()
export class DemoFillers {
  private readonly fillers: DemoFiller[] = [];

  /** Registers a filler; called in `onModuleInit`. They run in the order of registration. */
  register(filler: DemoFiller): void {
    this.fillers.push(filler);
  }

  /** Runs all fillers, one after another. */
  async fill(demo: DemoWorkspace): Promise<void> {
    for (const filler of this.fillers) await filler(demo);
  }
}
