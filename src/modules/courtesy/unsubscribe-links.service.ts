import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { addressOf } from '../../platform/config/hosts.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import {
  readUnsubscribeToken,
  type UnsubscribeClaim,
  writeUnsubscribeToken,
} from '../../platform/crypto/unsubscribe-token.js';

export type { UnsubscribeClaim };

/** The links people unsubscribe by: they carry their workspace and need neither a database nor a session. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly config: Config,
    private readonly keys: KeyRing,
  ) {}

  /** The page's address for one person (by the key of their address) and the mail it stands in, e.g. https://crm.example/u/v1.<payload>.<code>. */
  async urlFor(whom: {
    readonly workspaceId: string;
    readonly addressKey: string;
    readonly outboundId: string | null;
  }): Promise<string> {
    const { publicUrl, host, port } = this.config;
    const root = publicUrl === '' ? addressOf(host, port) : publicUrl;
    return `${root.replace(/\/$/, '')}/u/${await this.tokenFor(whom)}`;
  }

  /** The token alone, as the subject of a mail to unsubscribe has it after `unsubscribe `. */
  async tokenFor(whom: {
    readonly workspaceId: string;
    readonly addressKey: string;
    readonly outboundId: string | null;
  }): Promise<string> {
    const { workspaceId, addressKey, outboundId } = whom;
    const addressHash = sha256(addressKey).toString('hex');
    return writeUnsubscribeToken({ workspaceId, addressHash, outboundId }, await this.key());
  }

  /** What a token says; null when it is not one of this installation's. */
  async read(token: string): Promise<UnsubscribeClaim | null> {
    return readUnsubscribeToken(token, await this.key());
  }

  private key(): Promise<Buffer> {
    return this.keys.lasting('unsubscribe');
  }
}
