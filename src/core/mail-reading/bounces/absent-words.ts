/**
 * How servers say that there is nobody at an address, put together from short lists: who, and how he is missing. Every entry is a pattern in
 * small letters. What is said of senders and of full or closed mailboxes is asked before (D240).
 */
const WHO = [
  'users?(?:\\(s\\))?(?: ?(?:names?|ids?|accounts?|e-?mail address))?',
  'usernames?',
  'recipients?(?:\\(s\\))?(?: (?:address(?:es)?|mailbox|name|e-?mail))?',
  'mail ?box(?:es)?(?: (?:name|address))?',
  'mail-box',
  'mail ?drops?',
  '(?:e-?mail |mail )?address(?:es)?',
  '(?:e-?mail |mail )?accounts?',
  'addressees?',
  'alias(?:es)?',
  'local[- ]parts?',
  'persons?',
  'e-?mails?',
  'customers?',
  'subscribers?',
  'members?',
  'destinations?(?: address)?',
];

/** Before the word for whom: "no such user", "unrecognized address". */
const LACKING = [
  'no such',
  'no known',
  'no local',
  'no matching',
  'no existing',
  'not a',
  'not a valid',
  'not a known',
  'not an existing',
  'unknown(?: or (?:illegal|invalid|inactive))?',
  'unrecogni[sz]ed',
  'unregistered',
  'unassigned',
  'undefined',
  'unallocated',
  'invalid(?: or unknown)?(?: virtual)?',
  'incorrect',
  'erroneous',
  'illegal',
  'bad',
  'wrong',
  'false',
  'non[- ]?existent',
  'non[- ]?existing',
  'inexistent',
  'obsolete',
  '(?<!temporarily |currently )unavailable(?: mail)?',
  'not (?:find|found|locate|resolve)(?: (?:the|this|that|a|any|your))?',
  '(?:find|locate|resolve|recogni[sz]e)(?: (?:the|this|that|a|any|your))?(?= \\S+ (?:failed|impossible))',
];

/** Behind it: "user unknown", "mailbox is not on our server". */
const MISSING = [
  'unknown',
  'unrecogni[sz]ed',
  'unregistered',
  'unallocated',
  'undefined',
  'not (?:be )?(?:found|known|recogni[sz]ed|registered|listed|defined|resolved|located|present|valid|local|ok|existing|exists?|here)',
  'not (?:a |an )?(?:valid|known|existing|registered|local|member|user|customer)',
  'not (?:in|on) (?:\\S+ ){0,3}(?:list|table|directory|database|server|system|domain|ldap|map|file|records?)',
  'not have (?:an? )?(?:\\S+ )?(?:account|mail ?box|address)',
  "(?:does|do|did)(?: not|n[o']?t) (?:seem to )?(?:exist|belong|have (?:an? )?(?:\\S+ )?(?:account|mail ?box))",
  "isn't (?:valid|known|a (?:valid|known)|registered|here|found)",
  'invalid',
  "(?:incorrect|not correct|isn't correct|misspelled)",
  'non[- ]?existent',
  'non[- ]?existing',
  'no longer (?:exists?|valid|in use|in service|used|employed|an? (?:valid|employee)|with (?:us|the)|here|on (?:this|our|the) (?:server|system))',
  'name not allowed',
  "(?:cannot|can't|could not|couldn't|can not|unable to) be (?:found|resolved|located|recogni[sz]ed)",
  'marked as invalid',
  'lookup (?:\\S+ ){0,4}failed',
];

/** Sayings that follow no pattern. */
const SAYINGS = [
  '\\bnot (?:an? )?(?:user|member|customer) of\\b',
  "\\b(?:not|don't|doesn't) exists? (?:that|this|such) (?:user|recipient|account|mail ?box|address)\\b",
  '\\bno ?(?:one|body) (?:\\S+ ){0,2}(?:with|by|of|at|named|called|here|has)\\b',
  '\\bno (?:mail ?box|account|user|recipient|person|customer|mail ?drop)s? (?:\\S+ ){0,3}(?:here|by that name|with that name|for|named|called|defined|available|under|associated|assigned)\\b',
  "\\b(?:does not|doesn't|do not|don't|not) (?:handle|accept|take|receive|have|process) (?:e-?mail|mail|messages) (?:for|to) (?:that|this|the) (?:user|recipient|address|account)\\b",
  "\\b(?:cannot|can't|could not|couldn't|unable to|failed to) (?:find|locate|resolve|recogni[sz]e|look up) (?:\\S+ ){0,3}(?:user|recipient|mail ?box|address|account|alias)\\b",
  '\\brecipient not (?:ok|on (?:the|our|this) (?:list|server|system))\\b',
  '\\binvalid[-_]recipient\\b|\\binvalid[-_]user\\b|\\bno[-_]?such[-_]?user\\b|\\bunknown[-_]user\\b|\\buser[-_]?unknown\\b|\\bbad[-_]?(?:rcpt|recipient|address)\\b',
  '\\bno longer (?:works?|working|employed|with (?:us|the company|this company)|at this (?:company|address|organi[sz]ation))\\b',
  '\\b(?:left|leaving|departed) (?:the |our )(?:company|organi[sz]ation|institution|university)\\b',
];

/** Other languages: words that say it by themselves, whole words with what may follow their stem. */
const ELSEWHERE = [
  // German
  'unbekannt(?:e[rsn]?)?',
  '(?:existiert|existieren) nicht(?: mehr)?',
  'nicht (?:bekannt|gefunden|vorhanden|existent)',
  'kein(?:en|e)? (?:g[üu]e?ltige[rns]? )?(?:benutzer|empf(?:ä|ae)nger|postfach|mailbox|konto|adresse)',
  'ung(?:ü|ue)ltige[rs]? (?:adresse|empf(?:ä|ae)nger|benutzer|e-?mail-?adresse)',
  // Dutch
  'onbekende?',
  '(?:bestaat|bestaan) (?:\\S+ )?niet(?: meer)?',
  'niet (?:gevonden|bekend|aanwezig|geregistreerd)',
  '(?:geen (?:bestaande?|geldige?)|ongeldige?) (?:e-?mailadres|adres|mailbox|gebruiker|ontvanger)',
  // French
  'inconnue?s?',
  "n'existe (?:pas|plus)",
  'introuvable',
  'inexistante?',
  '(?:adresse|destinataire|utilisateur|compte) (?:\\S+ ){0,3}(?:incorrecte?|invalide|non valide|erron[ée]e?)',
  // Italian
  'sconosciut[oaie]',
  'inesistent[ei]',
  'non (?:esiste|esistente|trovat[oa])',
  'destinatario (?:errato|non valido)',
  // Spanish and Portuguese
  'descono[cs]id[oa]s?',
  'no (?:existe|existente|encontrad[oa]|registrad[oa])',
  'inexistentes?',
  'no se (?:ha )?(?:encontr|localiz)\\p{L}*',
  'desconhecid[oa]s?',
  'n[aã]o (?:existe|encontrad[oa]|cadastrad[oa])',
  // Polish, Czech, Hungarian, Romanian, Turkish
  'nie (?:istnieje|znaleziono|odnaleziono)',
  'nie ma tak(?:iego|iej)',
  'nieznan[yae]',
  'neexistuje',
  'nenalezen[ao]?',
  'nezn[aá]m[yýáa]',
  'ismeretlen',
  'nem l[eé]tez\\p{L}*',
  'nu exist[aă]',
  'necunoscut[aă]?',
  'bulunamad[ıi]',
  'ge[cç]ersiz (?:kullan[ıi]c[ıi]|al[ıi]c[ıi]|adres)',
  // Danish, Norwegian, Swedish, Finnish
  'uk[j]?endt?',
  'ok[aä]nd',
  '(?:findes|finnes|finns|eksisterer|existerar) (?:ikke|inte|ej)',
  'tuntematon',
  // Greek, Russian, Ukrainian, Bulgarian
  'άγνωστος',
  'δεν υπάρχει',
  'не (?:найден|существует|зарегистрирован|обнаружен|знайдено|існує|съществува)\\p{L}*',
  '(?:неизвест|невідом|несуществующ)\\p{L}*',
];

/** Words that may stand between the two, and the address itself; one space parts them. */
const BETWEEN =
  '(?: [("\'<\\[]*(?:is|are|was|were|has|have|been|currently|the|this|that|in|for|at|of|on|to|you|here|given|specified|entered|tried|reach|sent|name|address|account|so|requested|e-?mail|your|our|provided|user|recipient|-|[^\\s@]{0,80}@[^\\s]{1,150})[)"\'>\\]:;,.!-]{0,6})';
/** Words that make it somebody else's address. */
const NOT_OURS =
  '(?!(?:ip|helo|ehlo|sender|senders|from|return|return-path|envelope|reply|reply-to|source|host|hosts|mx|dns|ptr|client|originator|message|mail(?! ?(?:box|drop|address|account|user))|connecting) )';

const any = (list: readonly string[]) => `(?:${list.join('|')})`;

/** What says that an address is nobody's; held against one answer in small letters, its white space single spaces. */
export const ABSENT: readonly RegExp[] = [
  new RegExp(`\\b${any(LACKING)} ${NOT_OURS}(?:[^\\s.,;:]{1,40} ){0,2}${any(WHO)}\\b`),
  new RegExp(
    `(?<!(?:sender|sender's|from|return|source|ip|your|helo|originating|envelope) )\\b${any(WHO)}[)"'>\\]:;,.!-]{0,4}(?: \\S{1,60})?${BETWEEN}{0,8} ?[("'<\\[-]{0,3} ?${any(MISSING)}(?!\\w)`,
  ),
  new RegExp(SAYINGS.join('|')),
  new RegExp(`(?<!\\p{L})${any(ELSEWHERE)}(?!\\p{L})`, 'u'),
];
