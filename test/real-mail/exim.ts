import { rmSync } from 'node:fs';
import type { MailAccount } from '../builders/mail-account.js';
import { Daemon, freePort, type Ground, program } from './daemon.js';

export interface EximSettings {
  readonly accounts: readonly MailAccount[];
  readonly certificate: string;
  readonly key: string;
  /** Where Dovecot takes what is delivered. */
  readonly lmtpPort: number;
}

/** A mail larger than this is refused. */
export const MOST_BYTES = 10_000;

/**
 * Debian's Exim as a provider's server: takes mail from who signs in, puts a copy into Sent and All Mail, delivers to Dovecot and reports what it could
 * not deliver. Who is unknown at `strict.example` is refused at once, anywhere else only found out later. `later@` is told to come back until the
 * test says otherwise; what is for `busy@` is taken and stays where it is.
 */
export class Exim {
  private constructor(
    private readonly ground: Ground,
    private readonly daemon: Daemon,
    readonly port: number,
  ) {}

  static async start(ground: Ground, settings: EximSettings): Promise<Exim> {
    const port = await freePort();
    const config = ground.write('exim.conf', configOf(ground, settings));
    const command = [program('exim4', 'exim4-daemon-light'), '-C', config, '-bdf', '-q1s'];
    const daemon = await Daemon.start(ground, [...command, '-oX', `127.0.0.1.${port}`], [port]);
    const exim = new Exim(ground, daemon, port);
    exim.greylist(true);
    return exim;
  }

  /** Whether whoever writes to `later@` is told to come back. */
  greylist(isOn: boolean): void {
    if (isOn) this.ground.write('greylist', '');
    else rmSync(this.ground.path('greylist'));
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }
}

function configOf(ground: Ground, { accounts, certificate, key, lmtpPort }: EximSettings): string {
  const passwords = accounts.map(({ address, password = '' }) => `${address}: ${password}`).join('\n');
  const known = ground.write('exim-users', passwords);
  return `
primary_hostname = mx.provider.test
exim_user = ${ground.user}
exim_group = ${ground.group}
never_users =
spool_directory = ${ground.path('spool')}
log_file_path = ${ground.path('exim-%slog')}
pid_file_path = ${ground.path('exim.pid')}
deliver_drop_privilege = true
keep_environment =
host_lookup =
rfc1413_hosts =
message_size_limit = ${MOST_BYTES}
tls_advertise_hosts = *
tls_certificate = ${certificate}
tls_privatekey = ${key}
auth_advertise_hosts = *
acl_smtp_rcpt = rcpt
delay_warning = 1s:1d
log_selector = +smtp_confirmation
smtp_accept_queue_per_connection = 0

begin acl
rcpt:
  defer
    local_parts = later
    condition = \${if exists{${ground.path('greylist')}}}
    message = 451 4.7.1 Greylisted, please try again in 300 seconds
  deny
    !authenticated = *
    message = 550 5.7.1 relay not permitted
  deny
    domains = strict.example
    !verify = recipient/callout=10s,no_cache
    message = 550 5.1.1 <$local_part@$domain>: Recipient address rejected: User unknown
  accept

begin routers
busy:
  driver = redirect
  local_parts = busy
  data = :defer: the mailbox is busy
  allow_defer
copy_in_sent:
  driver = redirect
  no_verify
  condition = \${if and{{def:authenticated_id}{!match{$local_part}{[+]}}}}
  data = \${local_part:$authenticated_id}+Sent@\${domain:$authenticated_id}
  unseen
copy_in_all_mail:
  driver = redirect
  no_verify
  condition = \${lookup{$local_part@$domain}lsearch{${known}}{yes}{no}}
  data = $local_part+All@$domain
  unseen
boxes:
  driver = manualroute
  transport = lmtp
  route_list = * 127.0.0.1 byname
  self = send

begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  port = ${lmtpPort}
  allow_localhost
  hosts_try_dane =
  return_path_add
  delivery_date_add

begin retry
* * F,1h,1s

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{!eq{$auth3}{}}{eq{$auth3}{\${lookup{$auth2}lsearch{${known}}}}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if and{{!eq{$auth2}{}}{eq{$auth2}{\${lookup{$auth1}lsearch{${known}}}}}}}
  server_set_id = $auth1
`;
}
