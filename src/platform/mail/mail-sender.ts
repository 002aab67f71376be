/** One mail of the program itself: a digest, an invitation. Never a mail of a sequence. */
export interface SystemMail {
  /** Key of the mail; the Message-ID is made from it, so a mail sent twice after a crash is one mail to its reader. */
  readonly key: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What became of a mail: taken by the server, kept by the catcher, refused for good, or to be tried later. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'caught' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string };

/** Where system mail goes. Never throws for what a server says or fails to say. */
export abstract class MailSender {
  abstract send(mail: SystemMail): Promise<Delivery>;
  abstract close(): void;
}

/** Keeps every mail where it is, for the screen to show; nothing reaches the world. */
export class MailCatcher extends MailSender {
  send(): Promise<Delivery> {
    return Promise.resolve({ kind: 'caught' });
  }

  close(): void {}
}
