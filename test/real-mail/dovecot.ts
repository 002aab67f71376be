import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { MailAccount } from '../builders/mail-account.js';
import { Daemon, freePort, type Ground, program } from './daemon.js';

const run = promisify(execFile);

/** What it listens with; the paths of a certificate and its key. */
export interface DovecotSettings {
  readonly accounts: readonly MailAccount[];
  readonly certificate: string;
  readonly key: string;
}

/** Debian's Dovecot on ports of its own: IMAP for people, LMTP for the server that delivers. Each account has INBOX, Sent, Junk and All. */
export class Dovecot {
  private constructor(
    private readonly ground: Ground,
    private readonly config: string,
    private readonly daemon: Daemon,
    readonly imapPort: number,
    readonly lmtpPort: number,
  ) {}

  static async start(ground: Ground, settings: DovecotSettings): Promise<Dovecot> {
    const [imapPort, lmtpPort] = [await freePort(), await freePort()];
    ground.write(
      'users',
      settings.accounts.map(({ address, password = '' }) => `${address}:{PLAIN}${password}`).join('\n'),
    );
    const config = ground.write('dovecot.conf', configOf(ground, settings, { imapPort, lmtpPort }));
    const command = [program('dovecot', 'dovecot-imapd'), '-F', '-c', config];
    const daemon = await Daemon.start(ground, command, [imapPort, lmtpPort]);
    return new Dovecot(ground, config, daemon, imapPort, lmtpPort);
  }

  /** Numbers a folder anew, as a restored or rebuilt mailbox is: every UID given before is worth nothing. */
  async renumber(address: string, uidValidity: number, folder = 'INBOX'): Promise<void> {
    await this.admin(['mailbox', 'update', '-u', address, '--uid-validity', String(uidValidity), folder]);
  }

  /** The flags of every mail of a folder, as the server keeps them. */
  async flags(address: string, folder = 'INBOX'): Promise<string[]> {
    const said = await this.admin(['-f', 'tab', 'fetch', '-u', address, 'flags', 'mailbox', folder]);
    return said.split('\n').slice(1, -1);
  }

  /** Hangs up on everybody who is signed in as an account. */
  async kick(address: string): Promise<void> {
    await this.admin(['kick', address]);
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }

  private async admin(words: readonly string[]): Promise<string> {
    const { uid, gid, folder } = this.ground;
    const all = ['-c', this.config, ...words];
    return (await run(program('doveadm', 'dovecot-imapd'), all, { uid, gid, cwd: folder })).stdout;
  }
}

/** Everything runs as one ordinary user, so nothing changes its root directory. */
function configOf(
  ground: Ground,
  { certificate, key }: DovecotSettings,
  { imapPort, lmtpPort }: { imapPort: number; lmtpPort: number },
): string {
  const { uid, gid, user, group } = ground;
  return `
protocols = imap lmtp
mail_max_userip_connections = 200
base_dir = ${ground.path('run')}
state_dir = ${ground.path('state')}
log_path = ${ground.path('dovecot.log')}
auth_verbose = yes
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = ${uid}
last_valid_uid = ${uid}
first_valid_gid = ${gid}
mail_location = maildir:~/Maildir
mailbox_list_index = yes
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${key}
auth_mechanisms = plain login
lmtp_save_to_detail_mailbox = yes
recipient_delimiter = +
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${ground.path('users')}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${ground.path('boxes')}/%d/%n
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox All {
    auto = create
    special_use = \\All
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
`;
}
