/** How the text of a setting is read. */
type Reading = 'text' | 'number' | 'list';

/** One environment variable the program knows. */
export interface Setting {
  readonly name: string;
  readonly key: string;
  readonly reading: Reading;
  /** What holds when the variable is empty or absent, as one would write it. */
  readonly fallback: string;
  /** One sentence for `.env.example`. */
  readonly meaning: string;
  /** Its value is never printed, not even when it is wrong. */
  readonly secret?: true;
}

/** Every setting of the program. `.env.example` and the documentation are held against this list. */
export const SETTINGS = [
  {
    name: 'DATABASE_URL',
    key: 'databaseUrl',
    reading: 'text',
    fallback: '',
    secret: true,
    meaning:
      'PostgreSQL 15 or later as role linkledger_app. Empty: a server from the npm package is started and kept in LINKLEDGER_DATA_DIR.',
  },
  {
    name: 'DATABASE_OWNER_URL',
    key: 'databaseOwnerUrl',
    reading: 'text',
    fallback: '',
    secret: true,
    meaning:
      'The same database as role linkledger_owner, for migrations. Empty: a start with pending migrations refuses.',
  },
  {
    name: 'PORT',
    key: 'port',
    reading: 'number',
    fallback: '3000',
    meaning: 'TCP port of the website and API; 0 takes any free one.',
  },
  {
    name: 'HOST',
    key: 'host',
    reading: 'text',
    fallback: '127.0.0.1',
    meaning: 'Address to listen on. Anything but a loopback address makes the first set-up ask for a token.',
  },
  {
    name: 'LINKLEDGER_DATA_DIR',
    key: 'dataDir',
    reading: 'text',
    fallback: '.linkledger',
    meaning: 'Folder of what is kept outside the database; relative to the checkout.',
  },
  {
    name: 'LINKLEDGER_PUBLIC_URL',
    key: 'publicUrl',
    reading: 'text',
    fallback: '',
    meaning: 'Address people use, for links in mails and for Secure cookies. Empty: http://HOST:PORT.',
  },
  {
    name: 'LINKLEDGER_SETUP_TOKEN',
    key: 'setupToken',
    reading: 'text',
    fallback: '',
    secret: true,
    meaning:
      'Token the first set-up asks for. Empty: none on loopback, otherwise one is made and printed at start.',
  },
  {
    name: 'LINKLEDGER_TRUST_PROXY',
    key: 'trustProxy',
    reading: 'text',
    fallback: '',
    meaning:
      'Reverse proxies whose X-Forwarded headers are believed: how many hops, or a comma-separated list of addresses or CIDR ranges. Empty: none.',
  },
  {
    name: 'LINKLEDGER_LOG_LEVEL',
    key: 'logLevel',
    reading: 'text',
    fallback: 'warn',
    meaning: 'fatal, error, warn, info, debug or silent; lines go to stderr as JSON.',
  },
  {
    name: 'LINKLEDGER_DATABASE_POOL',
    key: 'databasePool',
    reading: 'number',
    fallback: '10',
    meaning: 'Most database connections one process opens for requests and jobs.',
  },
  {
    name: 'LINKLEDGER_WORKER_CONCURRENCY',
    key: 'workerConcurrency',
    reading: 'number',
    fallback: '4',
    meaning: 'Background jobs one worker runs side by side.',
  },
  {
    name: 'LINKLEDGER_CHECK_HOSTS',
    key: 'checkHosts',
    reading: 'number',
    fallback: '50',
    meaning: 'Hosts one worker checks side by side; each of them is asked by one request at a time.',
  },
  {
    name: 'LINKLEDGER_FETCH_ALLOW',
    key: 'fetchAllow',
    reading: 'list',
    fallback: '',
    meaning:
      'Comma-separated CIDR ranges of private addresses the verifier may visit, on any port; for intranets and tests.',
  },
  {
    name: 'LINKLEDGER_BOT_URL',
    key: 'botUrl',
    reading: 'text',
    fallback: 'https://linkledger.example/bot',
    meaning: 'Page about the verifier that its User-Agent names.',
  },
  {
    name: 'LINKLEDGER_HOST_GAP_MS',
    key: 'hostGapMs',
    reading: 'number',
    fallback: '5000',
    meaning: 'Least time in milliseconds between two requests to one host; a longer Crawl-delay wins.',
  },
  {
    name: 'LINKLEDGER_CANARY_URLS',
    key: 'canaryUrls',
    reading: 'list',
    fallback: '',
    meaning:
      'Comma-separated addresses a worker asks when many pages fail at once, to see whether its own line is down.',
  },
  {
    name: 'LINKLEDGER_AUTHORITY_RANKS',
    key: 'authorityRanks',
    reading: 'text',
    fallback: '',
    meaning:
      'Path or http(s) address of a Common Crawl domain ranks file (plain or .gz), read when a manager asks. Empty: none.',
  },
  {
    name: 'LINKLEDGER_TRANCO',
    key: 'trancoList',
    reading: 'text',
    fallback: '',
    meaning:
      'Path or http(s) address of a Tranco list (.zip, .gz or plain CSV), read when a manager asks. Empty: none.',
  },
  {
    name: 'LINKLEDGER_SMTP_URL',
    key: 'smtpUrl',
    reading: 'text',
    fallback: '',
    secret: true,
    meaning:
      'smtp:// or smtps:// address for system mail. Empty: mail goes to the built-in catcher, never to the world.',
  },
  {
    name: 'LINKLEDGER_MAIL_FROM',
    key: 'mailFrom',
    reading: 'text',
    fallback: 'Linkledger <linkledger@localhost>',
    meaning: 'Sender of system mail.',
  },
  {
    name: 'LINKLEDGER_DNS_SERVERS',
    key: 'dnsServers',
    reading: 'list',
    fallback: '',
    meaning:
      'Comma-separated name servers (address or address:port) asked for MX, SPF, DKIM and DMARC. Empty: those of the machine.',
  },
  {
    name: 'LINKLEDGER_SENDING_CONNECTIONS',
    key: 'sendingConnections',
    reading: 'number',
    fallback: '4',
    meaning: 'Mails of the team one worker sends side by side; caps and gaps of mailboxes hold all the same.',
  },
  {
    name: 'LINKLEDGER_UPLOAD_MAX_MB',
    key: 'uploadMaxMb',
    reading: 'number',
    fallback: '1024',
    meaning:
      'Largest file of an import, in megabytes; it is read as a stream, so memory does not grow with it.',
  },
  {
    name: 'LINKLEDGER_KEEP_CHECKS_MONTHS',
    key: 'keepChecksMonths',
    reading: 'number',
    fallback: '24',
    meaning:
      'Months single checks are kept, at least 2; 0 keeps them for ever. The state and last verdicts of a placement stay.',
  },
  {
    name: 'LINKLEDGER_KEEP_EVENTS_MONTHS',
    key: 'keepEventsMonths',
    reading: 'number',
    fallback: '0',
    meaning: 'Months the history of events is kept, at least 2; 0 keeps it for ever.',
  },
] as const satisfies readonly Setting[];
