/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** What a request sends beside its path. */
export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; give its Content-Type in `headers`. */
  readonly raw?: string | Uint8Array | FormData;
}

/** A caller of the API that keeps cookies as a browser does. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  get(path: string, sending: Sending = {}): Promise<Answer> {
    return this.send('GET', path, sending);
  }

  post(path: string, json: unknown = {}, sending: Sending = {}): Promise<Answer> {
    return this.send('POST', path, { ...sending, json });
  }

  put(path: string, json: unknown): Promise<Answer> {
    return this.send('PUT', path, { json });
  }

  patch(path: string, json: unknown): Promise<Answer> {
    return this.send('PATCH', path, { json });
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Any method, under `/api/v1` unless the path says otherwise. */
  async send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const answer = await this.ask(method, path, sending);
    return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
  }

  /** The head of an answer that may never end, or the whole of one that is no event stream. */
  async head(path: string, sending: Sending = {}): Promise<Answer> {
    const stop = new AbortController();
    const answer = await this.ask('GET', path, sending, stop.signal);
    const isStream = (answer.headers.get('content-type') ?? '').startsWith('text/event-stream');
    const body = isStream ? '' : await bodyOf(answer);
    if (isStream) stop.abort();
    return { status: answer.status, headers: answer.headers, body };
  }

  private async ask(
    method: string,
    path: string,
    sending: Sending,
    signal: AbortSignal | null = null,
  ): Promise<Response> {
    const headers = new Headers(sending.headers);
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader());
    if (sending.json !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    const body = sending.raw ?? (sending.json === undefined ? null : JSON.stringify(sending.json));
    const url =
      /^\/(?:api|health|metrics)\b/.test(path) && !path.startsWith('/api-') ? path : `/api/v1${path}`;
    const answer = await fetch(`${this.origin}${url}`, { method, headers, redirect: 'manual', body, signal });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return answer;
  }

  /** The value of a cookie, or undefined. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Puts a cookie into the browser, as somebody else's script might. */
  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(header: string): void {
    const [pair = '', ...marks] = header.split(';');
    const [name = '', value = ''] = pair.split('=');
    const expires = marks.find((mark) => mark.trim().toLowerCase().startsWith('expires='));
    const isGone = expires !== undefined && Date.parse(expires.split('=')[1] ?? '') <= 0;
    if (isGone || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

async function bodyOf(answer: Response): Promise<ReturnType<typeof JSON.parse>> {
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return isJson ? JSON.parse(text) : text;
}
