import { createHash, randomUUID } from 'node:crypto';
import { LocalServer, type LoggedRequest } from './local-server.js';

/** What a provider is told to do at its token endpoint. */
type Mood = 'good' | 'revoked' | 'down';

interface Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly email: string;
}

/**
 * A provider of sign-ins on loopback (RFC 6749 with PKCE): codes are good once, for the redirect address and verifier they were given for; every token
 * it gives can be asked for with `isGood`, which is how mail servers of the tests know whom to let in.
 */
export class FakeOauth {
  readonly clientId = 'client-of-the-team';
  readonly clientSecret = `secret-of-the-team-${randomUUID()}`;
  /** Seconds an access token is good for, by its own word. */
  expiresIn = 3600;
  mood: Mood = 'good';
  /** How often tokens were asked for, by kind of grant. */
  readonly asked: string[] = [];
  /** Every token it ever gave, oldest first: each access token before the refresh token that came with it. */
  readonly given: string[] = [];

  private readonly grants = new Map<string, Grant>();
  private readonly accounts = new Map<string, string>();
  private readonly refreshTokens = new Map<string, string>();

  private constructor(private readonly server: LocalServer) {}

  static async start(): Promise<FakeOauth> {
    let provider: FakeOauth | null = null;
    const server = await LocalServer.start((request) => provider?.answer(request) ?? { status: 500 });
    provider = new FakeOauth(server);
    return provider;
  }

  get authorizeUrl(): string {
    return `${this.server.url}/authorize`;
  }

  get tokenUrl(): string {
    return `${this.server.url}/token`;
  }

  /** The access token of an account that is good this moment; null when there is none. */
  tokenOf(email: string): string | null {
    return this.accounts.get(email) ?? null;
  }

  /** Somebody signs in at the address they were sent to and allows everything; answers where they are sent back to. */
  allow(authorizeAddress: string, email: string): string {
    const url = new URL(authorizeAddress);
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    if (asked('client_id') !== this.clientId || asked('code_challenge_method') !== 'S256')
      throw new Error('not a request of the team’s app');
    const code = randomUUID();
    this.grants.set(code, { redirectUri: asked('redirect_uri'), challenge: asked('code_challenge'), email });
    return `${asked('redirect_uri')}?${new URLSearchParams({ state: asked('state'), code }).toString()}`;
  }

  /** All that came in at the token endpoint. */
  get heard(): string {
    return this.server.log.map(({ path, body }) => decodeURIComponent(`${path} ${body}`)).join('\n');
  }

  /** Every access token stops being good, as it does after an hour. */
  expire(): void {
    this.accounts.clear();
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private answer(request: LoggedRequest): { status?: number; type?: string; body?: string } {
    if (request.path !== '/token' || request.method !== 'POST') return { status: 404 };
    const form = new URLSearchParams(request.body);
    this.asked.push(form.get('grant_type') ?? '');
    if (this.mood === 'down') return { status: 503, body: 'upstream said: secret-trouble' };
    const email = this.mood === 'revoked' ? null : this.accountOf(form);
    return email === null
      ? { status: 400, type: 'application/json', body: JSON.stringify({ error: 'invalid_grant' }) }
      : { type: 'application/json', body: JSON.stringify(this.tokens(email)) };
  }

  private accountOf(form: URLSearchParams): string | null {
    const asked = (name: string) => form.get(name) ?? '';
    if (asked('client_id') !== this.clientId || asked('client_secret') !== this.clientSecret) return null;
    if (asked('grant_type') === 'refresh_token')
      return this.refreshTokens.get(asked('refresh_token')) ?? null;
    const grant = this.grants.get(asked('code'));
    this.grants.delete(asked('code'));
    const challenge = createHash('sha256').update(asked('code_verifier')).digest('base64url');
    const fits = grant?.redirectUri === asked('redirect_uri') && grant.challenge === challenge;
    return fits ? grant.email : null;
  }

  private tokens(email: string): object {
    const access = `access-${randomUUID()}`;
    const refresh = `refresh-${randomUUID()}`;
    this.accounts.set(email, access);
    this.refreshTokens.set(refresh, email);
    this.given.push(access, refresh);
    const claims = Buffer.from(JSON.stringify({ email })).toString('base64url');
    return {
      access_token: access,
      refresh_token: refresh,
      expires_in: this.expiresIn,
      token_type: 'Bearer',
      id_token: `e30.${claims}.c2ln`,
    };
  }
}
