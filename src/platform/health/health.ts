import { Injectable } from '@nestjs/common';

/** What one part of the program says of itself. */
export interface PartHealth {
  readonly ok: boolean;
  /** A stable word, e.g. `ok`, `away`, `own_line_down`. */
  readonly state: string;
}

/** Parts of the program that can be unwell. Modules register theirs in `onModuleInit`. */
@Injectable()
export class Health {
  private readonly parts = new Map<string, () => Promise<PartHealth>>();

  register(part: string, ask: () => Promise<PartHealth>): void {
    this.parts.set(part, ask);
  }

  /** Asks every part. One that fails or does not answer in two seconds is unwell. */
  async ask(): Promise<{ ok: boolean; parts: Record<string, PartHealth> }> {
    const asked = [...this.parts].map(async ([part, ask]) => [part, await answered(ask)] as const);
    const parts = Object.fromEntries(await Promise.all(asked));
    return { ok: Object.values(parts).every((part) => part.ok), parts };
  }
}

const ANSWER_LIMIT_MS = 2000;

async function answered(ask: () => Promise<PartHealth>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartHealth>((done) => {
    timer = setTimeout(() => done({ ok: false, state: 'no_answer' }), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return { ok: false, state: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
