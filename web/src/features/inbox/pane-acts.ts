/** What can be done around the open conversation. */
export interface PaneActs {
  readonly close: () => void;
  /** Goes on to the next conversation. */
  readonly next: () => void;
  /** On a small screen: shows what is known about it, or its mails again. */
  readonly about: (shown: boolean) => void;
}
