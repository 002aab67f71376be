/** Room for large bodies: few at a time, so that many hostile pages at once cannot fill the memory. */
export class LargeBodies {
  private free: number;
  private readonly queue: ((leave: () => void) => void)[] = [];

  constructor(places = 2) {
    this.free = places;
  }

  /** Asks for a place; `entered` resolves with the function that gives it back. */
  enter(): { readonly atOnce: boolean; readonly entered: Promise<() => void> } {
    if (this.free > 0) {
      this.free -= 1;
      return { atOnce: true, entered: Promise.resolve(this.leave()) };
    }
    return { atOnce: false, entered: new Promise((resolve) => this.queue.push(resolve)) };
  }

  private leave(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.queue.shift();
      if (next === undefined) this.free += 1;
      else next(this.leave());
    };
  }
}
