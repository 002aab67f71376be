import { AsyncLocalStorage } from 'node:async_hooks';

/** Where the present moment comes from. Services ask it; core gets moments as arguments. */
export abstract class Clock {
  private readonly replayed = new AsyncLocalStorage<Date>();

  now(): Date {
    return new Date(this.replayed.getStore() ?? this.present());
  }

  /** Runs work as if it happened at another moment: for writing down what happened before. */
  replay<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return this.replayed.run(moment, work);
  }

  protected abstract present(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  protected present(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is set, for tests and simulations. */
export class FixedClock extends Clock {
  constructor(private moment: Date) {
    super();
  }

  protected present(): Date {
    return this.moment;
  }

  setTo(moment: Date | string): void {
    this.moment = new Date(moment);
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const seconds =
      ((by.days ?? 0) * 24 + (by.hours ?? 0)) * 3600 + (by.minutes ?? 0) * 60 + (by.seconds ?? 0);
    this.moment = new Date(this.moment.getTime() + seconds * 1000);
  }
}
