import { ABSENT } from './absent-words.js';
import type { FailureWords } from './failure-words.js';

/** What a server says of an address or a domain (D241). */
const ADDRESS_WORDS: readonly FailureWords[] = [
  [
    'domain_takes_no_mail',
    [
      /\bnull mx\b|(?:host|domain|server|\S+\.\S+)(?:\/domain)?(?: \S+)? (?:does not|doesn't|do not|never) (?:accept|receive)s? (?:any )?(?:e-?mail|mail|messages)\b(?! (?:from|for|to|by|with|without|unless|larger|over|that|which|containing))|does not (?:have|run|offer) (?:an? )?(?:smtp|mail) (?:service|server)|no mail (?:accepted )?(?:service )?here|mail (?:is )?not accepted (?:by|for|at) (?:this )?(?:host|domain)|(?:host|domain|system|server) (?:\S+ )?not accepting (?:any )?(?:mail|messages|network)|smtp protocol (?:is )?disabled|name server: \.: host not found|not accept mail \(nullmx\)|domain is not (?:set up|configured) (?:to receive|for) (?:e-?)?mail|indicated no smtp service|mail receiving disabled|no mx record found for domain=|seems? to reject all mails|5\.7\.27\b/,
    ],
  ],
  [
    'host_unknown',
    [
      /\b(?:host|domain|hostname|mail server|destination|nexthop|dns|recipient domain|mx|server name)(?:\/domain)?(?: (?:or|name|address|domain|record|server|\S+\.\S+))* (?:is |was |has |does |could |can |be |currently )*(?:unknown|not (?:found|exist|be (?:found|resolved))|n't exist|nonexistent|invalid|unresolvable|cannot be (?:found|resolved))|(?:unknown|unroute?able|non-?existent|no such|illegal|bad|invalid) (?:\S+ )?(?:host|domain|destination)|couldn't find (?:any|a) (?:host|mail exchanger)|(?:cannot|can't|could not|couldn't|unable to) (?:find|resolve|look ?up|route to) (?:the |a |any |your )?(?:recipient )?(?:host|domain|mail server|mx|address record|remote)|unrouteable (?:mail domain|address)|domain (?:\S+ )?(?:does not|doesn't|no longer) exist|domain (?:\S+ )?not found|nxdomain|nonexistentdomain|domaindoesnotexist|no (?:valid |such )?(?:dns|domain|a record)(?: \S+){0,3} (?:found|exists?)|host not found|name or service not known|domain name not found|no dns (?:information|records?)|dns domain (?:\S+ )?does not exist|bad destination system|no route to (?:domain|destination host)|domain isn't|domain is not reachable|remote domain (?:does ?n[o']?t|does not) exist|all (?:relevant mx records point to non-existent hosts|host address lookups failed permanently)|couldn't find a mail exchanger|recipient'?s? domain (?:\S+ ){0,3}(?:not|n't)/,
    ],
  ],
  [
    'user_unknown',
    [
      ...ABSENT,
      /\b(?:unknown|invalid|no such|non-?exist(?:ent|ing|ant)|nonexistent|bad|illegal|undeliverable|inexistent|incorrect|not a valid|wrong|no local|unrouteable|unresolvable) (?:\S+ )?(?:user|recipient|mail ?box|address|account|alias|person|local[- ]part|addressee|e-?mail address|destination (?:mailbox )?address|e-?mail|destination)\b/,
      /\b(?:user|recipient|mail ?box|account|address|addressee|alias|person|customer|member|login|addressat|destinataire)(?:s|\(s\))?(?:'s)?(?: (?:\S+@\S+|name|address|account|mailbox|id|local part|in|for|here|you|that|tried|to|reach|entered|e-?mail|specified|given|requested|<\S+>|"\S+"|at|this|the|of)){0,8} (?:is |was |are |has |have |does |do |did |could |can |been |be |currently |no |longer |n't )*(?:unknown|not (?:be )?(?:found|exist|recognized|recognised|valid|known|listed|registered|available at|available here|local|here|in|a known|accepted here|defined|(?:a )?valid|present|active anymore)|invalid|nonexistent|non-existent|n't (?:exist|found)|doesn't (?:exist|have)|does not (?:exist|have)|cannot be found|no longer (?:exist|valid|available|active|here|with|in use|works)|not on|terminated|deleted|removed|incorrect|undeliverable|unavailable(?= \/|$))/,
      /\bno (?:such |valid |mailbox |local )?(?:user|recipient|mail ?box|address|account|person)s?(?: (?:\S+))? (?:here|by that name|with that name|found|exist|at this|in (?:this|the|virtual)|named|matching)|no mail ?box (?:here|by)|no such (?:user|recipient|address|mailbox|account|person|local|email|e-mail)|(?:user|recipient|mailbox|address) unknown|(?:unknown|invalid) (?:user|recipient|address|local)|(?:does not|doesn't) (?:exist|have an? (?:\S+ )?(?:account|mailbox))|not found recipient|recipnotfound|recipientnotfound|recipient not found|not (?:a )?(?:known|valid) (?:user|recipient|mailbox|address)|user (?:\S+ )?not (?:found|listed|known|exist)|not listed in (?:\S+ )?(?:domino|name & address|address book|public)|isn't (?:a valid|in my|listed)|wasn't found at|couldn't be found|(?:no|not an?) (?:existing|account|mailbox|user|e-?mail) (?:\S+ ){0,3}(?:at|by|with|on|in) (?:this|that)|can'?t (?:find|verify) (?:the )?(?:user|recipient|mailbox)|unable to (?:verify|find) (?:the )?(?:user|recipient|mailbox)|dd this user|this address no longer accepts mail|no longer (?:an? )?(?:valid|accepting|employed|on server)|recipient (?:\S+ )?(?:not exist|unauthorized in directory)|has left|not our customer|mailbox unavailable or access denied|requested action not taken: mailbox unavailable|no longer works here|recipient not accepted|dosn't exist|mailbox not found|account not found|(?:address|destination) invalid|isn't a|not (?:a )?local (?:user|address)|recipient refused to accept|unknown \(in local|undefined (?:user|mail ?box|alias)|nosuchuser|wrong (?:\S+ )?(?:user|address)|user not local|delivery to this (?:user|address) (?:is )?not possible/,
      /\b(?:unbekannter? (?:empf[aä]nger|benutzer|nutzer|adresse)|empf[aä]nger (?:\S+ ){0,3}(?:unbekannt|existiert nicht|nicht gefunden)|adresse (?:\S+ ){0,4}(?:existiert nicht|unbekannt|invalide|inconnue|inexistante|incorrecte)|(?:destinataire|utilisateur|compte|bo[iî]te) (?:\S+ ){0,4}(?:inconnue?|invalide|introuvable|inexistante?|n'existe)|usuario (?:\S+ ){0,3}(?:desconocido|no existe|inexistente)|(?:direcci[oó]n|cuenta|buz[oó]n|destinatario) (?:\S+ ){0,4}(?:no existe|inexistente|desconocid[oa]|no se encontr|inv[aá]lid)|(?:utente|destinatario|indirizzo|casella) (?:\S+ ){0,3}(?:sconosciut|inesistente|non (?:esiste|trovat|valido))|(?:usu[aá]rio|conta|endere[cç]o|destinat[aá]rio) (?:\S+ ){0,3}(?:desconhecid|inexistente|n[aã]o (?:existe|encontrad)|inv[aá]lid)|(?:gebruiker|ontvanger|adres|mailbox|geadresseerde) (?:\S+ ){0,4}(?:onbekend|bestaat niet|niet (?:bekend|gevonden|bestaat))|onbekende (?:gebruiker|ontvanger|geadresseerde)|(?:użytkownik|adres|skrzynka|odbiorca) (?:\S+ ){0,3}(?:nieznan|nie istnieje|nie (?:znaleziono|został))|nenašel|bilinmeyen kullanıcı)|(?:пользовател|адрес|ящик|адресат|получател)\S* (?:\S+ ){0,3}(?:не (?:найден|существует)|неизвест|нет)|такого пользователя нет|(?:宛先|ユーザ|ユーザー|アドレス|メールアドレス)\S*(?:不明|存在しません|見つかりません|ありません)|(?:用户|收件人|地址|邮箱|用戶|收件者)\S*(?:不存在|不正确|未找到|找不到)|존재하지 않는|사용자를 찾을 수/,
    ],
  ],
];

/** What is said of the message or the pace of sending, in words that also stand in explanations. */
const MESSAGE_WORDS: readonly FailureWords[] = [
  [
    'virus',
    [
      /\b(?:virus|malware|trojan|infected|worm|exploit)\b(?!.*(?:checked|scanned by|free))/,
      /\bsuspicious (?:file|attachment)/,
    ],
  ],
  [
    'spam',
    [
      /\bspam\b|spam(?:my|content|score|filter|bot)|\buce\b|unsolicited|\bjunk ?mail\b|bulk ?(?:mail|e-?mail)|blacklisted url|uribl|surbl|looks like (?:spam|junk)|(?:message|mail|content) (?:\S+ ){0,4}(?:scored|score \S+ too|triggered)|unwanted (?:mail|message|content|e-?mail)|high probability of|undesirable (?:content|mail)|message (?:\S+ )?(?:classified|identified|detected|considered) as|message rejected due to (?:content|local)|5\.7\.28\b|commercial e-?mail/,
    ],
  ],
  [
    'policy',
    [
      /\bpolic(?:y|ies)\b|not acceptable|(?:security|compliance) (?:rule|violation|reason)|(?:violat\w+|breach) of|administrative(?:ly)? (?:prohibit|lock|reject|den)|5\.7\.9\b|prohibited (?:by|attachment)|(?:attachment|file|extension)s?(?: \S+){0,4} (?:not (?:allowed|permitted|accepted)|forbidden|prohibited|blocked|banned)|(?:contains?|potentially) (?:\S+ ){0,2}(?:dangerous|executable|illegal|harmful)|header error|\btls\b(?=.*(?:required|must))|starttls/,
    ],
  ],
  [
    'rate_limited',
    [
      /\btoo (?:many|much|fast|frequent\w*)(?: \S+){0,3} (?:connections?|messages?|mails?|e-?mails?|recipients?|requests?|sessions?|errors?|concurrent|sent|smtp|commands?|traffic|often|deliver\w*)|\btoo many (?:recipients|connections|messages|concurrent|sessions)|\bthrottl|rate[- ]?limit|(?:sending|message|mail|connection|hourly|daily|user|recipient|outgoing|quota)s? (?:\S+ ){0,3}(?:rate|frequency|limit)(?:s)? (?:\S+ ){0,3}(?:exceed|reach|control)|(?:exceed\w*|reached) (?:\S+ ){0,5}(?:rate|(?:hourly|daily|sending|connection|recipient|message) (?:\S+ )?(?:limit|quota))|receiv(?:ing|ed) (?:mail|messages) (?:at|too)|(?:maximum|max) (?:\S+ ){0,2}(?:connections|recipients|messages)|frequency limit|connection (?:limit|rate|count)|slow down|speeding/,
    ],
  ],
  [
    'greylisted',
    [
      /\bgr[ea]y-?list|please (?:re)?try (?:again )?(?:later|in)(?=.*grey)|deferred .*first time|temporary? (?:\S+ )?deferred by grey/,
    ],
  ],
];

/** What went wrong on the way. */
const TRANSPORT_WORDS: readonly FailureWords[] = [
  [
    'content',
    [
      /\b(?:duplicate|missing|malformed|invalid|illegal|bare|improper|multiple|broken|bad)(?: \S+){0,3} (?:headers?|mime|line ?feed|lf|date|message-id|from: ?|charset|encoding|boundary|content|body|character)|content[- ](?:error|rejected|filter)|mime (?:error|nesting|structure)|media error|conversion|message (?:rejected|refused|content|body|could not be parsed)|rejected (?:by|due to|because of) (?:content|header)|rfc ?\d{3,4}|not rfc|8-?bit|line (?:length|too long)|message not accepted|smtputf8|internationalized/,
    ],
  ],
  [
    'expired',
    [
      /\b(?:expired|delivery time|retry time(?:out)?|too long|retries|queue lifetime|maximum (?:\S+ )?time|time ?limit|ttl|gave? up|giving up|could not (?:be )?(?:sent|send|delivered) (?:\S+ )?(?:message )?(?:for|within|in) \S+ (?:days?|hours?|minutes?)|cannot send (?:\S+ )?message for|not (?:been )?delivered (?:with)?in|timed? ?out|has been in the queue|delivery (?:\S+ )?(?:has been |was )?(?:delayed|unsuccessful for)|undelivered for|unable to deliver (?:\S+ )?(?:in|for) \d+|host (?:\S+ )?(?:is )?not responding|(?:no|not) (?:answer|respond\w*)|connection (?:refused|was|lost|reset|closed|dropped|failed|failure)|could not connect|(?:cannot|can't|unable to|failed to|failure|couldn't|wasn't able to) (?:\S+ )?(?:establish|connect|contact|reach|deliver in)|deferred|unreachable)\b|retry timeout|socket error|delivery attempts/,
    ],
  ],
  [
    'network',
    [
      /\b(?:loop(?:s|ing|ed)?|too many hops|hop count|routing|network|dns (?:error|failure|lookup)|name service|temporary (?:dns|name|lookup)|no data record|host found but|mx (?:points|record)|cname lookup|name server|lookup fail|no route|tls (?:handshake|negotiation|not available)|certificate)\b/,
    ],
  ],
];

/** Words so general that a code says more. */
export const WEAK_WORDS: readonly FailureWords[] = [
  [
    'system',
    [
      /\b(?:system (?:error|resources|failure|problem|is not capable|not capable|config)|local (?:error|problem|configuration)|internal (?:\S+ )?error|server (?:error|configuration|fault)|service (?:not |un)available|out of memory|i\/o error|temporar(?:y|ily)|try (?:again|later)|try again later|please try|misconfigur\w*|resources|unable to (?:open|create|write|lock)|disk (?:full|error)|database|ldap|overload|busy|lmtp)\b/,
    ],
  ],
  [
    'protocol',
    [
      /\b(?:syntax|protocol|command|bad sequence|out of sequence|not implemented|unrecognized|rcpt first|need (?:rcpt|mail)|no valid recipients|parameters?)\b/,
    ],
  ],
];

export const LATER_WORDS: readonly FailureWords[] = [...ADDRESS_WORDS, ...MESSAGE_WORDS, ...TRANSPORT_WORDS];
