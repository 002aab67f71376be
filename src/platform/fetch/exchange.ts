import type { Agent, Dispatcher } from 'undici';
import type { Deadline } from './deadline.js';
import { classifyFailure, FetchError, type FetchFailure } from './failure.js';
import type { LargeBodies } from './large-bodies.js';

export type AnswerHeaders = Readonly<Record<string, string | readonly string[]>>;

export const MAX_RAW_BYTES = 5 * 1024 * 1024;
const MAX_INTERIM_ANSWERS = 10;
/** A body nobody needs is read to this size, so that the connection can be used again. */
const MAX_DRAINED_BYTES = 64 * 1024;
/** From here on a body counts as large and has to wait for room. */
const LARGE_BYTES = 256 * 1024;

export interface ExchangeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Bounds everything: name, connection, TLS, head and body. Stands still while a large body waits for room. */
  readonly deadline: Deadline;
  /** Whether the body is wanted, judged by the head. */
  readonly wantsBody: (status: number, headers: AnswerHeaders) => boolean;
  readonly maxBytes?: number;
}

/** A head, and the body as sent (still compressed) as far as it was wanted. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Buffer;
  /** True when the body was longer than the limit and was cut. */
  readonly cut: boolean;
  /** Gives back the room a large body takes; to be called once the body is dealt with. */
  readonly release: () => void;
}

export type ExchangeResult =
  | { readonly ok: true; readonly answer: RawAnswer }
  | { readonly ok: false; readonly failure: FetchFailure; readonly answeredNothing: boolean };

/** One GET and its answer, bounded in time and size. Never rejects: what goes wrong is a value. */
export function exchange(
  agent: Agent,
  large: LargeBodies,
  request: ExchangeRequest,
): Promise<ExchangeResult> {
  return new Promise((resolve) => {
    const handler = new ExchangeHandler(large, request, resolve);
    handler.armTimer();
    try {
      agent.dispatch(
        {
          origin: request.url.origin,
          path: request.url.pathname + request.url.search,
          method: 'GET',
          headers: { ...request.headers },
        },
        handler,
      );
    } catch (error) {
      handler.onResponseError(null, error);
    }
  });
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;
  private timer: NodeJS.Timeout | undefined;
  private settled = false;
  private interim = 0;
  private head: { readonly status: number; readonly headers: AnswerHeaders } | null = null;
  private keep = false;
  private chunks: Buffer[] = [];
  private size = 0;
  private leave: (() => void) | null = null;
  private waitingForRoom = false;

  constructor(
    private readonly large: LargeBodies,
    private readonly request: ExchangeRequest,
    private readonly resolve: (result: ExchangeResult) => void,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.settled) controller.abort(new FetchError({ code: 'timeout', detail: 'total' }));
  }

  onRequestUpgrade(controller: Dispatcher.DispatchController): void {
    controller.abort(new FetchError({ code: 'protocol', detail: 'upgrade' }));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: object): void {
    if (status < 200) {
      this.interim += 1;
      if (this.interim > MAX_INTERIM_ANSWERS) this.stop({ code: 'protocol', detail: 'interim_flood' });
      return;
    }
    this.controller = controller;
    this.head = { status, headers: headers as AnswerHeaders };
    this.keep = this.request.wantsBody(status, this.head.headers);
    if (!this.keep) this.finish(false);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (!this.keep) {
      if (this.size > MAX_DRAINED_BYTES) controller.abort(new FetchError({ code: 'protocol', detail: null }));
      return;
    }
    if (this.settled) return;
    this.chunks.push(chunk);
    const limit = this.request.maxBytes ?? MAX_RAW_BYTES;
    if (this.size > limit) {
      this.finish(true);
      controller.abort(new FetchError({ code: 'protocol', detail: 'cut' }));
    } else if (this.size > LARGE_BYTES && this.leave === null && !this.waitingForRoom) {
      this.waitForRoom(controller);
    }
  }

  onResponseEnd(): void {
    if (this.waitingForRoom) this.waitingForRoom = false;
    this.finish(false);
    clearTimeout(this.timer);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: unknown): void {
    this.fail(classifyFailure(error));
    clearTimeout(this.timer);
  }

  /** Waiting for room does not count against the time limit. */
  private waitForRoom(controller: Dispatcher.DispatchController): void {
    this.waitingForRoom = true;
    clearTimeout(this.timer);
    this.request.deadline.pause();
    const turn = this.large.enter();
    if (!turn.atOnce) controller.pause();
    void turn.entered.then((leave) => {
      this.waitingForRoom = false;
      this.request.deadline.resume();
      if (this.settled) return leave();
      this.leave = leave;
      this.armTimer();
      if (!turn.atOnce) controller.resume();
    });
  }

  armTimer(): void {
    const left = Math.max(1, this.request.deadline.remaining());
    this.timer = setTimeout(() => this.stop({ code: 'timeout', detail: 'total' }), left);
  }

  private stop(failure: FetchFailure): void {
    this.fail(failure);
    this.controller?.abort(new FetchError(failure));
  }

  private finish(cut: boolean): void {
    if (this.settled || this.head === null) return;
    this.settled = true;
    const size = cut ? (this.request.maxBytes ?? MAX_RAW_BYTES) : this.size;
    const body = this.keep ? joined(this.chunks, size) : EMPTY;
    this.chunks = [];
    if (this.keep) clearTimeout(this.timer);
    const release = once(this.leave);
    this.resolve({ ok: true, answer: { ...this.head, body, cut, release } });
  }

  private fail(failure: FetchFailure): void {
    if (this.settled) return;
    this.settled = true;
    this.chunks = [];
    this.leave?.();
    this.resolve({ ok: false, failure, answeredNothing: this.head === null && this.interim === 0 });
  }
}

const EMPTY = Buffer.alloc(0);

function joined(chunks: readonly Buffer[], size: number): Buffer {
  const only = chunks[0];
  return chunks.length === 1 && only !== undefined ? only.subarray(0, size) : Buffer.concat(chunks, size);
}

function once(leave: (() => void) | null): () => void {
  let called = false;
  return () => {
    if (called) return;
    called = true;
    leave?.();
  };
}
