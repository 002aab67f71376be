declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events';
  import type { Server, Socket } from 'node:net';

  /** A message as the server keeps it: `raw` is text of one character per byte. */
  interface KeptMessage {
    uid: number;
    flags: string[];
    internaldate: string;
    raw: string;
  }

  interface Box {
    path: string;
    uidvalidity: number;
    uidnext: number;
    messages: KeptMessage[];
    'special-use'?: string;
  }

  interface Options {
    readonly plugins?: readonly string[];
    readonly secureConnection?: boolean;
    readonly credentials?: { readonly key: string; readonly cert: string };
    readonly users?: Readonly<Record<string, object>>;
    readonly storage?: object;
  }

  /** One session; `inputHandler` takes what comes in while it is in IDLE. */
  interface Connection {
    readonly socket: Socket;
    inputHandler: false | ((text: string) => void);
  }

  interface HoodiecrowServer extends EventEmitter {
    readonly server: Server;
    readonly connectionHandlers: ((connection: Connection) => void)[];
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Box | undefined;
    createMailbox(path: string, box?: object): void;
    deleteMailbox(path: string): void;
    appendMessage(
      box: string,
      flags: string[],
      date: string | Date | false,
      raw: string,
    ): { message: KeptMessage };
  }

  export default function hoodiecrow(options: Options): HoodiecrowServer;
}
