/** How a check of a domain ended. `could_not_tell`: nobody answered, or what is asked for cannot be known from outside. */
export const CHECK_STATES = ['ok', 'missing', 'wrong', 'could_not_tell'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What is told about one check; the code is made into a sentence on the screen, `detail` is a word of the record (a selector, a policy, a host). */
export const CHECK_CODES = [
  'in_order',
  'no_answer',
  'no_record',
  'several_records',
  'not_readable',
  'lets_everybody',
  'no_ending',
  'too_many_lookups',
  'found',
  'selector_not_known',
  'key_revoked',
  'only_watching',
  'in_test',
  'has_mail_servers',
  'no_mail_server',
  'takes_no_mail',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export interface DomainCheck {
  readonly state: CheckState;
  readonly code: CheckCode;
  readonly detail: string | null;
}

/** What DNS answered: records (none is an answer, too), or null when it could not be asked. */
export type Answered<Row> = readonly Row[] | null;

/** Receivers stop after ten terms that ask DNS (RFC 7208, 4.6.4). */
export const SPF_LOOKUPS = 10;

/** Selectors that large providers give their customers; another one cannot be found from outside. */
export const USUAL_SELECTORS: readonly string[] = [
  'google',
  'selector1',
  'selector2',
  'default',
  'dkim',
  'mail',
  's1',
  's2',
  'k1',
  'fm1',
  'sig1',
  'zmail',
  'transip-A',
  'protonmail',
];

/** An SPF record taken apart as far as a sender must know: which domains it brings in, how many terms ask DNS, and how it ends. */
export interface SpfTerms {
  readonly includes: readonly string[];
  readonly redirect: string | null;
  /** Terms of this record that ask DNS: include, a, mx, ptr, exists, redirect. */
  readonly lookups: number;
  /** The sign before `all`; null when it ends without one. */
  readonly ending: '+' | '-' | '~' | '?' | null;
}

/** The SPF records among TXT records (RFC 7208, 4.5). */
export function spfRecords(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
}

/** The terms of an SPF record that matter here. Macros make an include that cannot be followed from outside: it counts and is left out. */
export function readSpf(record: string): SpfTerms {
  const terms = record.toLowerCase().split(/\s+/).slice(1);
  const names = (prefix: string) =>
    terms
      .filter((term) => term.replace(/^[+?~-]/, '').startsWith(prefix))
      .map((term) => term.slice(term.indexOf(prefix) + prefix.length))
      .filter((name) => name !== '' && !name.includes('%'));
  const all = terms.find((term) => /^[+?~-]?all$/.test(term));
  const asking = terms.filter((term) => /^[+?~-]?(?:include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)/.test(term));
  const redirects = terms.filter((term) => term.startsWith('redirect='));
  return {
    includes: names('include:'),
    redirect: all === undefined ? (names('redirect=')[0] ?? null) : null,
    lookups: asking.length + (all === undefined ? redirects.length : 0),
    ending: endingOf(all),
  };
}

/** What is said of a domain's SPF, after its includes were followed. `lookups` counts all of them; null when a domain could not be asked. */
export function judgeSpf(
  records: Answered<string>,
  lookups: number | null,
  ending: SpfTerms['ending'] = null,
): DomainCheck {
  if (records === null) return check('could_not_tell', 'no_answer');
  if (records.length === 0) return check('missing', 'no_record');
  if (records.length > 1) return check('wrong', 'several_records');
  if (ending === '+') return check('wrong', 'lets_everybody');
  if (lookups !== null && lookups > SPF_LOOKUPS) return check('wrong', 'too_many_lookups', String(lookups));
  if (ending === null) return check('wrong', 'no_ending');
  return lookups === null ? check('could_not_tell', 'no_answer') : check('ok', 'in_order');
}

/** What one selector of DKIM answered. */
export interface SelectorAnswer {
  readonly selector: string;
  readonly texts: Answered<string>;
}

/** What is said of a domain's DKIM (RFC 6376, 3.6.1). Without a selector from the person nothing found means nothing. */
export function judgeDkim(answers: readonly SelectorAnswer[], isGiven: boolean): DomainCheck {
  const keys = answers.flatMap(({ selector, texts }) =>
    (texts ?? []).flatMap((text) => {
      const key = /(?:^|;)\s*p\s*=\s*([^;]*)/i.exec(text)?.[1];
      return key === undefined ? [] : [{ selector, isRevoked: key.trim() === '' }];
    }),
  );
  const good = keys.find(({ isRevoked }) => !isRevoked);
  if (good !== undefined) return check('ok', 'found', good.selector);
  if (keys[0] !== undefined) return check('wrong', 'key_revoked', keys[0].selector);
  if (answers.some(({ texts }) => texts === null)) return check('could_not_tell', 'no_answer');
  return isGiven
    ? check('missing', 'no_record', answers[0]?.selector ?? null)
    : check('could_not_tell', 'selector_not_known');
}

/** What `_dmarc.<domain>` answered. */
export interface DmarcAnswer {
  readonly domain: string;
  readonly texts: Answered<string>;
}

/** Names asked for a DMARC policy, from the domain up to its top (RFC 9989, DNS tree walk: at most eight questions). */
export function dmarcWalk(domain: string): readonly string[] {
  const labels = domain.toLowerCase().split('.');
  const first = [labels.join('.')];
  const rest = labels.length > 8 ? labels.slice(-7) : labels.slice(1);
  return [...first, ...rest.map((_, at) => rest.slice(at).join('.'))];
}

/** What is said of a domain's DMARC, from the answers of the walk: its own policy, or the one of its organizational domain (RFC 9989). */
export function judgeDmarc(answers: readonly DmarcAnswer[]): DomainCheck {
  const [own] = answers;
  const records = answers.map(({ domain, texts }) => ({
    domain,
    records: texts === null ? null : dmarcRecords(texts),
  }));
  const mine = records[0]?.records ?? null;
  if (own === undefined || mine === null) return check('could_not_tell', 'no_answer');
  if (mine.length > 1) return check('wrong', 'several_records');
  if (mine[0] !== undefined) return judgePolicy(tagsOf(mine[0]), 'p');
  const above = records.slice(1).filter(({ records: found }) => found === null || found.length === 1);
  if (above.length === 0) return check('missing', 'no_record');
  return judgeAbove(above);
}

interface Above {
  readonly domain: string;
  readonly records: readonly string[] | null;
}

/** The organizational domain: the one that says psd=n, else the one with the fewest labels that is no public suffix of its own saying. */
function judgeAbove(above: readonly Above[]): DomainCheck {
  if (above.some(({ records }) => records === null)) return check('could_not_tell', 'no_answer');
  const policies = above.map(({ records }) => tagsOf(records?.[0] ?? ''));
  const marked = policies.find((tags) => tags.get('psd') === 'n');
  const organizational = marked ?? policies.filter((tags) => tags.get('psd') !== 'y').at(-1);
  const found = organizational ?? policies.at(-1);
  return found === undefined
    ? check('missing', 'no_record')
    : judgePolicy(found, found.has('sp') ? 'sp' : 'p');
}

/** `t=y` asks receivers to apply the policy one step milder (RFC 9989). A record without a readable policy counts as "none" when it asks for reports. */
function judgePolicy(tags: ReadonlyMap<string, string>, tag: 'p' | 'sp'): DomainCheck {
  const said = tags.get(tag) ?? '';
  const policy = ['none', 'quarantine', 'reject'].includes(said) ? said : tags.has('rua') ? 'none' : null;
  if (policy === null) return check('wrong', 'not_readable');
  if (policy === 'none') return check('ok', 'only_watching', policy);
  return tags.get('t') === 'y' ? check('ok', 'in_test', policy) : check('ok', 'in_order', policy);
}

/** What is said of a domain's mail servers: a null MX (RFC 7505) or none means that no answer ever comes back. */
export function judgeMx(hosts: Answered<string>): DomainCheck {
  if (hosts === null) return check('could_not_tell', 'no_answer');
  if (hosts.length === 0) return check('missing', 'no_mail_server');
  const named = hosts.filter((host) => host !== '' && host !== '.');
  return named[0] === undefined ? check('wrong', 'takes_no_mail') : check('ok', 'has_mail_servers', named[0]);
}

function dmarcRecords(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text));
}

function tagsOf(record: string): ReadonlyMap<string, string> {
  const pairs = record.split(';').map((part) => part.split('='));
  return new Map(
    pairs.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().toLowerCase()]),
  );
}

function endingOf(all: string | undefined): SpfTerms['ending'] {
  if (all === undefined) return null;
  const sign = all[0];
  return sign === '-' || sign === '~' || sign === '?' ? sign : '+';
}

function check(state: CheckState, code: CheckCode, detail: string | null = null): DomainCheck {
  return { state, code, detail };
}
