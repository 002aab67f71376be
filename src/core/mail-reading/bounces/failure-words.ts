import type { FailureReason } from './failure-reasons.js';

/** Words of a refusal and the reason they give; read in order, the first that fits decides (D240: words before codes). */
export type FailureWords = readonly [FailureReason, readonly RegExp[]];

/** What the state of a mailbox or the size of a message says. Before all else: a full mailbox is often told as a failure that lasted too long. */
export const MAILBOX_WORDS: readonly FailureWords[] = [
  [
    'mailbox_full',
    [
      /\b(?:mail ?box|inbox|mail ?folder|mail ?drop|user|account|recipient|storage|disk) (?:\S+ )?(?:is |are |was |has |currently )*(?:already )?(?:full|over ?(?:its |the |their )?(?:disk )?quota|out of (?:storage|space))\b/,
      /\bmailbox exceeds|mailbox is full|message box full/,
      /\b(?:mail ?box|inbox|account|user|recipient|disk|storage|message|mail)(?:'s)? (?:\S+ ){0,4}(?:quota|storage|space|size limit)(?: \S+){0,2} (?:is |has |been |would be |was )*(?:full|exceed\w*|reached|violat\w+|used up)/,
      /\b(?:full|exceed\w*|over|out of) (?:\S+ ){0,4}(?:mail ?box|disk|storage|mail|user|account|allowed)? ?(?:quota|storage (?:limit|space|allocation))\b/,
      /\bover[- ]?quota|quota[ -]?(?:exceeded|violation|full)|quotaexceeded|overquota|exceeded storage/,
      /\bmail ?(?:box|folder|drop) (?:size )?(?:is )?(?:full|exceeds|exceeded)|\bmailboxfull|mailbox_full/,
      /\binsufficient (?:system |disk |mailbox )?(?:storage|quota|space)|not enough (?:storage|disk|quota|mailbox|free) ?(?:space|left)?|no space left for|out of (?:storage|disk|mailbox) ?(?:space|quota)?/,
      /\btoo much (?:mail|data) (?:\S+ )?(?:in|for)|maildir (?:over|delivery failed:? \S* ?overquota)|message ?box full|has exceeded (?:the|his|her|its|their) (?:mail|disk|storage|max|allocated)/,
      /\btoo many messages (?:in|on) (?:\S+ )?(?:mail ?box|folder)|mailbox (?:\S+ )?(?:exceeds|has exceeded|reached)|exceed(?:s|ed) (?:\S+ ){0,3}mail ?box(?: size)? limit/,
      /\bpostfach (?:\S+ ){0,2}(?:ist )?(?:voll|überfüllt)|speicherplatz|bo[iî]te (?:\S+ ){0,4}(?:pleine|saturée)|quota (?:\S+ ){0,3}dépassé|(?:buz[oó]n|mailbox|casilla|cuenta) (?:\S+ ){0,2}(?:est[aá] )?llen[oa]|postvak (?:\S+ ){0,3}vol\b|mailbox (?:\S+ ){0,2}vol\b|skrzynka (?:\S+ ){0,3}(?:pełna|przepełniona)|casella (?:\S+ ){0,2}piena|caixa (?:\S+ ){0,3}cheia|ящик переполнен|容量(?:が|を|オーバー)|邮箱已满|信箱已滿/,
    ],
  ],
  [
    'too_big',
    [
      /\b(?:message|mail|e-?mail|content|size|attachment|data)(?: \S+){0,5} (?:is |was |were )?too (?:big|large|long)\b/,
      /\bmessage (?:size|length)(?: \S+){0,4} (?:exceed\w*|over|limit)|\bsize limit (?:\S+ )?exceed|mail size limit|exceed\w* (?:\S+ ){0,4}(?:maximum|fixed|max\.?|allowed)? ?(?:message|mail|e-?mail|file|inbound)?[ -]?size|larger than (?:the )?(?:current |maximum |allowed )|recipsizelimit|sendersizelimit|5\.3\.4 message (?:file )?too|over ?size/,
      /\bnachricht (?:\S+ ){0,2}zu groß|message trop (?:gros|volumineux|grand)|bericht (?:\S+ ){0,2}te groot|mensaje demasiado grande/,
    ],
  ],
  [
    'suspended',
    [
      /\b(?:account|mail ?box|user|user\(s\)|recipient|inbox)(?:\S* \S+){0,7} (?:disabled|suspended|inactive|deactivated|discontinued|locked|not active|frozen|on hold|inactivated|not enabled)\b/,
      /\b(?:account|mail ?box|user)(?: \S+){0,2} expired\b/,
      /\b(?:disabled|suspended|inactive|deactivated|locked|expired|frozen) (?:\S+ )?(?:account|mail ?box|user|recipient)\b|account (?:is )?temporarily limited/,
      /\b(?:mailbox|account) (?:is )?(?:currently )?(?:unavailable|blocked|closed temporarily|not currently available)[^a-z]*(?:suspend|inactiv)/,
      /\binactive for (?:\d|too)|extended inactivity|user (?:is )?inactive|vacated|boîte (?:\S+ ){0,3}(?:désactivée|bloquée|inactive|suspendue|archivée)|konto (?:\S+ ){0,2}(?:gesperrt|deaktiviert)|cuenta (?:\S+ ){0,2}(?:deshabilitada|suspendida|desactivada)|account (?:\S+ ){0,2}(?:geblokkeerd|uitgeschakeld)/,
    ],
  ],
  [
    'moved',
    [
      /\bhas (?:moved|been replaced|changed (?:his|her|its|their)? ?(?:e-?mail )?address)|no longer on (?:this )?server|user (?:has )?moved|recipient (?:has )?(?:moved|changed)|new (?:e-?mail )?address is|address (?:has )?changed|forwarding address|5\.1\.6\b/,
      /\bmailbox (?:has )?moved|account (?:has )?moved|ist umgezogen|a changé d'adresse|is verhuisd/,
    ],
  ],
];

/** What is held against the sender, or told by a rule of the recipient. */
const SENDER_WORDS: readonly FailureWords[] = [
  [
    'authentication',
    [
      /\bspf\b|\bdkim\b|\bdmarc\b|\barc[- ](?:seal|chain|fail)|sender ?id\b(?=.*(?:fail|pass))|unauthenticated (?:e-?mail|mail|message|sender)|(?:sender|e-?mail|message|mail|domain) (?:\S+ ){0,3}not (?:been )?authenticated|(?:sender|message|mail)(?: \S+){0,4} (?:unauthenticated|authentication)|not authori[sz]ed to send (?:mail |e-?mail |messages? )?(?:from|on behalf|for)|does not pass authentication|authentication(?:-| )results? (?:\S+ )?fail|from header \S+ does not|domain (?:owner|policy)|not permitted to (?:relay|send) (?:mail )?(?:from|for) (?:\S+ )?domain/,
      /\b5\.7\.(?:20|21|22|23|24|26|30|509|515)\b/,
      // Signing in to a server is our own business: 530 to 538 and 5.7.8 answer it (RFC 4954).
      /^53[0-8][ -]|\b5\.7\.8\b|authentication (?:failed|required|credentials|unsuccessful)|\bmust (?:first )?(?:authenticate|log ?in)|smtp auth\w*/,
    ],
  ],
  [
    'reverse_dns',
    [
      /\breverse (?:dns|lookup|name|ip|mapping|host)|\brdns\b|\bptr\b|in-addr\.arpa|fcrdns|(?:hostname|host name|ip (?:address)?) (?:\S+ ){0,4}(?:does not|doesn't|could not|cannot|can't) (?:be )?(?:resolve|match|find)|client host rejected: cannot find|(?:can't|cannot|could not|unable to) (?:find|resolve|look ?up|verify) (?:your|the|client|sending) (?:reverse|host ?name|ip|host|domain)|find your hostname|no (?:matching )?(?:name|host ?name|dns record) (?:found )?for (?:your )?(?:ip|address)|generic (?:hostname|rdns)|fix reverse|5\.7\.25\b/,
      /\b(?:bad|invalid|unknown|forged|unresolvable|wrong) (?:helo|ehlo)\b|\b(?:helo|ehlo)(?:\/(?:helo|ehlo))? (?:name|host ?name|argument|domain|string|command)? ?(?:\S+ ){0,4}(?:reject|invalid|unknown|bad|denied|does not|doesn't|not (?:resolve|found|valid|match)|unresolv|must|forged)/,
    ],
  ],
  [
    'sender_refused',
    [
      /\bsender(?:'s)? (?:\S+ ){0,3}(?:address |domain |verify |verification )?(?:\S+ )?(?:rejected|refused|denied|invalid|failed|not (?:accepted|allowed|exist|found|valid|verified)|unknown|blacklisted|blocked|must (?:exist|resolve)|does not exist|is not valid)/,
      /\b(?:unroute?able|invalid|unknown|unresolvable|bad|forged|unverified) (?:\S+ )?(?:sender|return[- ]path|envelope[- ]?from|mail from|from address)|(?:sender|envelope|mail from|from|originating|return[- ]path)(?: \S+)? (?:domain|address)(?: \S+){0,3} (?:does not|doesn't|do not|must|could not|cannot|not) (?:exist|resolve|be (?:verified|found|resolved)|found|match|have)|domain of sender|backscatter|callout verification fail(?:\S+ )*sender|(?:mail|e-?mail|message) from (?:\S+ )?(?:<?\S+@\S+ )?(?:is |was |has been )?(?:rejected|refused|denied|not (?:allowed|accepted|permitted))|sender was rejected|5\.1\.[78]\b|not (?:a )?valid (?:sender|return)|you are not allowed to (?:send|use)|not allowed to send (?:mail|e-?mail|messages?)? ?(?:from|to)|empty envelope senders|bounces? (?:not|never) (?:accepted|valid)|senderbl|invalid domain(?: \S+){0,2} (?:mail from|sender)|from: domain|valid from:?|empf[aä]nger lehnt absender|(?:absender|afzender|exp[eé]diteur|mittente|remitente|remetente|nadawca|odes[ií]latel|avs[aä]ndare) (?:\S+ ){0,3}(?:abgelehnt|unbekannt|geweigerd|onbekend|inconnu|refus[eé]|sconosciuto|rifiutato|desconocido|rechazado|desconhecido|nieznany|nezn[aá]m|ok[aä]nd)/,
      /\bpossible forgery\b|\bspoof(?:ed|ing)?\b|\bforged\b/,
      /\bplease use the smtp server of your isp|use your (?:isp|provider)'?s? (?:mail|smtp)/,
    ],
  ],
  [
    'sender_blocked',
    [
      /\b(?:ip|server|host|client|domain|network|address|connection|sender|mail ?server|source|you|url|site|mta)\b(?:\S* \S+){0,8} (?:is |are |was |been |on |in |by )*(?:black ?-?list|block ?-?list|deny ?-?list|dnsbl|\brbl\b|blocked|blacklisted|banned|(?<!not )listed (?:in|at|by|on))/,
      /\b(?:black-?list(?:ed)?|block-?list(?:ed)?|dnsbl|\brbl|spamhaus|spamcop|sorbs|barracuda ?(?:central|networks)|uceprotect|senderbase|mailspike|abuseat|proofpoint\S* (?:dynamic )?reputation|cloudmark|senderscore|brightmail|invaluement)\b|banned (?:sending )?ip|block list|\breputation\b|open (?:relay|proxy)|dynamic(?:ally)?(?: \S+)? (?:ip|address|host|assigned)|dial-?up|dul\b|no access from (?:mail )?server|your (?:ip|server|network|host|domain|connection)\b(?: \S+){0,5} (?:rejected|refused|denied|blocked|not (?:allowed|accepted|permitted))|(?:connection|service) (?:from \S+ )?(?:refused|rejected|denied|not accepted|dropped|blocked)(?: \S+){0,3} (?:policy|your ip|by rule)|connections? (?:\S+ )?(?:not accepted|will not be accepted) from|bad sender ip|mail server (?:\S+ ){0,3}blocked|weren't sent|have been blocked|has been blocked|too many (?:\S+ ){0,3}(?:bad|invalid|unknown|spam|non-?existent)|5\.7\.(?:60[4-9]|51[13])\b|access denied,? (?:banned|traffic)|denied (?:your )?ip|ip (?:\S+ )?(?:denied|rejected|refused|not allowed)|nemesis esmtp service not available|not accepting (?:mail|connections) from (?:your|this) (?:ip|host|server|network)|unsolicited (?:\S+ )?(?:traffic|connections?)|temporarily deferred due to (?:user complaints|unexpected)|\[tss?\d+\]|\bip .*has been temporarily/,
    ],
  ],
  [
    'relaying_denied',
    [
      /\brelay(?:ing)? (?:is |access |attempt |mail |not |operation )*(?:denied|not (?:allowed|permitted|authori[sz]ed|supported)|permitted|prohibited|rejected|refused|disallowed|forbidden)|\b(?:unable|not (?:permitted|allowed|authori[sz]ed)|refused?|cannot|no|deny|we do not|we don't|unauthori[sz]ed|insecure) (?:\S+ )?(?:to )?(?:mail )?relay|relaying is prohibited|not a (?:valid )?gateway|authentication (?:is )?required for relay|isn't in my list of allowed rcpthosts|rcpthosts|domain (?:\S+ )?not (?:in|one of) (?:\S+ ){0,3}(?:allowed|local)|mail server requires authentication/,
    ],
  ],
  [
    'recipient_filter',
    [
      /\b(?:recipient|user|account|mailbox|address|group|member|he|she|owner|customer)\b(?: \S+){0,6} (?:only accept\w*|restrict\w*|refuses?|rejects|(?:does|do) not (?:accept|want)|doesn't (?:accept|want)|is not accepting|isn't accepting|not accepting|has chosen|has blocked|has rejected|blocks)\b/,
      /\b(?:only|not) accept(?:ing|s)? (?:any )?(?:mail|e-?mail|messages?)(?: \S+)? (?:from (?:specific|certain|authenticated|known|approved|members|unknown|you|this|non|outside|external|the internet)|to this)|refused due to (?:recipient|user)|recipient(?:'s)? (?:preferences?|settings|rules?|filter)|user(?:'s)? (?:rules?|filter|preferences?)|blocked by (?:the )?(?:recipient|user|owner)|you (?:have been|are) blocked by|not (?:authori[sz]ed|allowed|permitted|have permission) to (?:send|post|deliver|mail)(?: \S+)* (?:to|recipient|group|list|address)|resolver\.rst\.(?:not|auth|sender)\w+|restricted (?:sms )?(?:e-?mail|address|to)|challenge|white-?list|this account is protected|members? (?:only|can post)|delivery not authori[sz]ed|message filtered|filtered by|custom (?:mail flow )?rule|transport ?rules?|message refused by (?:recipient|mailbox)|permission to (?:post|send) (?:messages )?to (?:it|the group|this group)|may not (?:exist, or|have permission)|group (?:\S+ ){0,12}(?:may not exist|permission)/,
    ],
  ],
];

export const FIRST_WORDS: readonly FailureWords[] = [...MAILBOX_WORDS, ...SENDER_WORDS];
