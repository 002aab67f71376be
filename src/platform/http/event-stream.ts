import type { MessageEvent } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, Subscription } from 'rxjs';

/** A reader that lets this much pile up is gone or stuck; its browser will connect again. */
const MOST_UNREAD_BYTES = 1_048_576;

/**
 * Sends server-sent events until they end or the reader leaves. Nest's own `@Sse` sends its head before a handler
 * behind interceptors has answered, so a refusal would come too late to be a 404: here the events are ready first.
 */
export function sendEvents(response: Response, events: Observable<MessageEvent>): Promise<void> {
  response.status(200).setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  return new Promise((resolve) => {
    const subscription = new Subscription();
    const end = (): void => {
      subscription.unsubscribe();
      response.end();
      resolve();
    };
    response.once('close', end);
    subscription.add(
      events.subscribe({
        next: (event) => {
          if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
          else response.write(textOf(event));
        },
        error: end,
        complete: end,
      }),
    );
  });
}

/** One event as it is written: id, type and JSON in one line each (HTML Standard, 9.2.5). */
function textOf({ id, type, data }: MessageEvent): string {
  const body = typeof data === 'string' ? data.replaceAll(/\r?\n/g, '\ndata: ') : JSON.stringify(data);
  return `${id === undefined ? '' : `id: ${id}\n`}${type === undefined ? '' : `event: ${type}\n`}data: ${body}\n\n`;
}
