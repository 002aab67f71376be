import type { Answer, Sending } from '../browser.js';

/** A day on which operations of the API are called. */
export interface Day {
  /** Calls one operation; `{...}` in the path are filled in order. Answers the body. */
  ask(name: string, ids?: readonly string[], sending?: Sending, query?: string): Promise<Answer['body']>;
  /** Does what is waiting in the background. */
  settle(): Promise<void>;
}
