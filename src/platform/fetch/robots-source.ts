/** A robots.txt answer as it is kept: the rules' text, "everything allowed", or "not answered". Plain data, may be stored. */
export type RobotsAnswer =
  | { readonly kind: 'rules'; readonly status: number; readonly text: string }
  | { readonly kind: 'allow_all'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly status: number | null; readonly detail: string | null };

export interface StoredRobots {
  /** Milliseconds since 1970 when it was fetched. */
  readonly fetchedAt: number;
  readonly answer: RobotsAnswer;
}

/** Keeps robots.txt answers by authority (`https://blog.example:8443`). Age is judged by the reader, not the store. */
export interface RobotsStore {
  get(authority: string): Promise<StoredRobots | null>;
  put(authority: string, robots: StoredRobots): Promise<void>;
}
