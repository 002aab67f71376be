/** A time budget that stands still while we wait for a turn (a host's slot, room for a large body). */
export class Deadline {
  private left: number;
  private runningSince: number | null;

  constructor(
    budgetMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = budgetMs;
    this.runningSince = this.now();
  }

  /** Milliseconds left, never negative. */
  remaining(): number {
    const spent = this.runningSince === null ? 0 : this.now() - this.runningSince;
    return Math.max(0, this.left - spent);
  }

  pause(): void {
    this.left = this.remaining();
    this.runningSince = null;
  }

  resume(): void {
    this.runningSince ??= this.now();
  }
}
