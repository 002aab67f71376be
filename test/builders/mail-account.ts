/** Somebody with a mailbox: signs in with the password, or with the token that is good this moment (XOAUTH2). */
export interface MailAccount {
  readonly address: string;
  /** The address where absent. */
  readonly userName?: string;
  readonly password?: string;
  readonly token?: () => string | null;
}

export interface MailServerOptions {
  /** Clear text where absent: the servers listen on loopback. */
  readonly security?: 'tls' | 'starttls' | 'none';
  /** The certificate of TLS; without it the libraries' own, which nobody trusts. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** The server itself puts a copy of what is sent into Sent, as Gmail does. */
  readonly keepsSent?: boolean;
  /** A folder of all mail with every message once more, as Gmail has. */
  readonly allMail?: boolean;
}
