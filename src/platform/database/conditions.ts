/** Conditions of one statement with their values. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition; `$` in it stands for the value. */
  add(sql: string, ...value: [] | [unknown]): this {
    this.parts.push(value.length === 0 ? sql : sql.replaceAll('$', this.value(value[0])));
    return this;
  }

  /** Adds a value and answers its placeholder. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The same conditions, to go on with separately. */
  copy(): Conditions {
    const copy = new Conditions();
    copy.values.push(...this.values);
    copy.parts.push(...this.parts);
    return copy;
  }

  get where(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }

  /** How many conditions there are. */
  get size(): number {
    return this.parts.length;
  }
}
