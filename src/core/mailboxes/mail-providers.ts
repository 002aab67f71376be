/** With whom one may sign in instead of giving a password. */
export const OAUTH_PROVIDERS = ['google', 'microsoft', 'custom'] as const;
export type OauthProvider = (typeof OAUTH_PROVIDERS)[number];

/** A server as it is proposed; a person may change it. */
export interface ProposedServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
}

/** What is proposed for an address. `known`: from the list of providers; `by_mx`: the provider its MX belongs to; `usual`: a guess. */
export interface ProposedSettings {
  readonly provider: string | null;
  readonly source: 'known' | 'by_mx' | 'usual';
  readonly signIn: 'google' | 'microsoft' | 'password';
  readonly smtp: ProposedServer;
  readonly imap: ProposedServer;
  /** The provider takes no ordinary password: an app password must be made there first. */
  readonly needsAppPassword: boolean;
}

interface Provider {
  readonly key: string;
  readonly domains: readonly string[];
  /** Ends of the names of its mail servers. */
  readonly mx: readonly string[];
  readonly smtp: string;
  readonly imap: string;
  readonly smtpPort?: 465 | 587;
  readonly signIn?: 'google' | 'microsoft';
  readonly needsAppPassword?: true;
}

/** Providers with settings of their own, as their help pages give them. */
const PROVIDERS: readonly Provider[] = [
  {
    key: 'google',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    smtp: 'smtp.gmail.com',
    imap: 'imap.gmail.com',
    signIn: 'google',
    needsAppPassword: true,
  },
  {
    key: 'microsoft',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'live.nl', 'msn.com', 'hotmail.nl', 'outlook.nl'],
    mx: ['mail.protection.outlook.com', 'olc.protection.outlook.com', 'mx.microsoft'],
    smtp: 'smtp.office365.com',
    imap: 'outlook.office365.com',
    smtpPort: 587,
    signIn: 'microsoft',
  },
  {
    key: 'yahoo',
    domains: ['yahoo.com', 'ymail.com', 'aol.com'],
    mx: ['yahoodns.net'],
    smtp: 'smtp.mail.yahoo.com',
    imap: 'imap.mail.yahoo.com',
    needsAppPassword: true,
  },
  {
    key: 'icloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    smtp: 'smtp.mail.me.com',
    imap: 'imap.mail.me.com',
    smtpPort: 587,
    needsAppPassword: true,
  },
  {
    key: 'fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
    smtp: 'smtp.fastmail.com',
    imap: 'imap.fastmail.com',
    needsAppPassword: true,
  },
  {
    key: 'zoho',
    domains: ['zoho.com', 'zohomail.com', 'zoho.eu', 'zohomail.eu'],
    mx: ['zoho.com', 'zoho.eu'],
    smtp: 'smtp.zoho.com',
    imap: 'imap.zoho.com',
    needsAppPassword: true,
  },
  {
    key: 'transip',
    domains: [],
    mx: ['transip.email', 'transip.nl'],
    smtp: 'smtp.transip.email',
    imap: 'imap.transip.email',
  },
  {
    key: 'mijndomein',
    domains: [],
    mx: ['mijndomein.nl'],
    smtp: 'mail.mijndomein.nl',
    imap: 'mail.mijndomein.nl',
  },
  {
    key: 'ionos',
    domains: [],
    mx: ['ionos.com', 'ionos.de', 'kundenserver.de', '1and1.com'],
    smtp: 'smtp.ionos.com',
    imap: 'imap.ionos.com',
  },
  {
    key: 'ovh',
    domains: [],
    mx: ['ovh.net', 'ovh.com'],
    smtp: 'ssl0.ovh.net',
    imap: 'ssl0.ovh.net',
  },
  {
    key: 'strato',
    domains: [],
    mx: ['rzone.de', 'strato.de', 'smtpin.rzone.de'],
    smtp: 'smtp.strato.com',
    imap: 'imap.strato.com',
  },
  {
    key: 'gandi',
    domains: [],
    mx: ['mail.gandi.net'],
    smtp: 'mail.gandi.net',
    imap: 'mail.gandi.net',
  },
];

/** The settings to propose for a domain, from a list of known providers and its mail servers (`mx`, names in any case; empty when not known). */
export function proposeSettings(domain: string, mx: readonly string[]): ProposedSettings {
  const known = PROVIDERS.find(({ domains }) => domains.includes(domain));
  if (known !== undefined) return settingsOf(known, 'known');
  const byMx = PROVIDERS.find((provider) => mx.some((host) => isUnderOne(host, provider.mx)));
  if (byMx !== undefined) return settingsOf(byMx, 'by_mx');
  return {
    provider: null,
    source: 'usual',
    signIn: 'password',
    smtp: { host: `smtp.${domain}`, port: 465, security: 'tls' },
    imap: { host: `imap.${domain}`, port: 993, security: 'tls' },
    needsAppPassword: false,
  };
}

function settingsOf(provider: Provider, source: 'known' | 'by_mx'): ProposedSettings {
  const port = provider.smtpPort ?? 465;
  return {
    provider: provider.key,
    source,
    signIn: provider.signIn ?? 'password',
    smtp: { host: provider.smtp, port, security: port === 465 ? 'tls' : 'starttls' },
    imap: { host: provider.imap, port: 993, security: 'tls' },
    needsAppPassword: provider.needsAppPassword ?? false,
  };
}

function isUnderOne(host: string, ends: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return ends.some((end) => name === end || name.endsWith(`.${end}`));
}
