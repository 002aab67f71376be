import { bareRequest } from './courtesies.js';
import { isPlainStop } from './hints.js';

/** Before a request: greetings and courtesies that change nothing about it. */
const HEAD =
  '(?:(?:hi|hello|hey|dear|hoi|hallo|dag|beste|geachte)(?: [^\\s,.!?]+){0,3}[,!:]? )?(?:(?:no|nee|yes|ja|ok|okay|thanks|thank you|bedankt|dank je|dank u|sorry|and|en|so|dus|then|dan|again|nogmaals|not interested|geen interesse|no thanks|no thank you|nee bedankt|nee dank je)[,.;:!]* (?:(?:and|en|so|dus|but|maar) )?)*';
const PLEASE_EN =
  "(?:(?:(?:can|could|will|would) you guys|please|pls|plz|kindly|just|ensure you|ensure that you|make sure you|make sure that you|make sure to|be sure to|now|immediately|could you|can you|would you|will you|could you please|can you please|would you please|please just|i ask you to|i am asking you to|i'm asking you to|i would ask you to|i'd ask you to|i request you to|i request that you|i want you to|i'd like you to|i would like you to|we ask you to|we kindly ask you to|we would like you to|we want you to|for the last time|last warning|once again|be so kind to|i'd appreciate it if you could|i would appreciate it if you could|would you mind)[,:]? )*";
const PLEASE_NL =
  '(?:(?:graag|gaarne|gelieve|svp|aub|a\\.u\\.b\\.|s\\.v\\.p\\.|alstublieft|alsjeblieft|nu|direct|per direct|wil je|wilt u|wil jij|willen jullie|kun je|kunt u|kan je|kunnen jullie|zou je|zou u|zouden jullie|wil je alsjeblieft|voor de laatste keer|ik verzoek je om|ik verzoek u om|wij verzoeken u om|ik vraag je om|ik wil dat je|ik wil dat u|ik wil dat jullie)[,:]? )*';
/** After a request: nothing that narrows it. */
const TAIL =
  '[,.]? (?:please|pls|plz|thanks|thank you|thx|cheers|again|anymore|any more|any further|further|ever|ever again|at all|immediately|now|right now|today|asap|at once|in (?:the )?future|from now on|going forward|permanently|altogether|completely|forever|for good|kind regards|best regards|regards|at this (?:e-?mail )?address|on this (?:e-?mail )?address|thanks in advance|graag|aub|a\\.u\\.b\\.?|svp|s\\.v\\.p\\.?|alstublieft|alsjeblieft|bedankt|dank je|dank u|dank|meer|ooit|nooit meer|per direct|direct|nu|meteen|onmiddellijk|definitief|voortaan|in de toekomst|in het vervolg|vanaf nu|bij voorbaat dank|alvast bedankt|op dit (?:e-?mail)?adres|groeten|groet|mvg|willen|kunnen|te)[,.]?';

const LIST_EN =
  '(?:(?:your|this|the|that|all|any|all of your|any of your|these|those)(?: (?:e-?mail|e-?mailing|mailing|mail|contact|distribution|outreach|marketing|newsletter|sending|email marketing|address|prospect|subscriber|lead))?(?: (?:list|lists|database|databases|data base|system|systems|records|crm|campaign|campaigns|sequence|mailings?|e-?mails|files|newsletter|mailinglist|mailinglists|contacts))|(?:your|this|the) (?:mailings?|mailinglist|maillist|campaign|sequence|crm|newsletter))';
const ME_EN =
  '(?:me|us|my name|our name|our names|my (?:e-?mail|e-?mail address|address|data|details|contact details|inbox)|our (?:e-?mail|e-?mail address|e-?mail addresses|address|addresses|data|details|contact details)|this (?:e-?mail )?address|this e-?mail|this inbox|this mailbox|myself)';
const MAIL_EN =
  '(?:any |more |further |these |such |your |of |those |unsolicited |spam |marketing |promotional |cold |follow-?up |this |kind of |kinds of |sort of )*(?:e-?mails?|mails?|messages?|mailings?|newsletters?|spam|follow-?ups|communications?|correspondence|solicitations?)';
const FROM_YOU =
  '(?: (?:from|by) (?:you|your (?:company|team|side|agency)|you guys|you or your (?:company|team)))?';
const NO_MORE =
  '(?: (?:again|anymore|any more|any longer|any further|ever again|ever|in (?:the )?future|further))?';

const WRITE_ING =
  '(?:e-?mail(?:ing)?|mailing|contacting|messaging|spamming|bothering|pestering|harassing|pinging|chasing|writing(?: to)?|writing|soliciting|following up with)';
const WRITE =
  '(?:e-?mail|mail|contact|message|spam|bother|pester|harass|ping|write(?: to)?|write|approach|solicit|follow up with|get in touch with|reach out to|send anything (?:more )?to)';

const REQUESTS_EN = [
  `(?:make sure|ensure|see to it)(?: that)? (?:i|we|my address|our address) (?:am|are|is|get|gets) (?:removed|deleted|unsubscribed|taken)(?: (?:from|off) ${LIST_EN})?`,
  `(?:make sure|ensure|see to it)(?: that)? (?:i|we) (?:do not|don't|no longer|never) (?:receive|get|hear) (?:${MAIL_EN}|from you)${FROM_YOU}${NO_MORE}`,
  `(?:unsubscribe|opt[ -]?out|delist|de-?register|remove|delete|erase|drop|take) ${ME_EN}(?: (?:off|from|out of) ${LIST_EN})`,
  `(?:unsubscribe|opt[ -]?out|delist) ${ME_EN}${FROM_YOU}(?: from (?:this|these|your|all|any)(?: (?:your|future|further|other|such|these|of your))*(?: (?:e-?mails?|mails?|mailings?|messages?|communications?|contact))?)?`,
  `opt (?:me|us) out(?: (?:of|from) (?:this|these|your|all|any)(?: (?:your|future|further|other|such))*(?: (?:e-?mails?|mails?|mailings?|messages?|communications?))?)?`,
  `(?:stop|cease|end|discontinue) (?:all|any)(?: further)? (?:communications?|contact|correspondence|mailings?|e-?mails?)(?: (?:with|to) (?:me|us|this address))?`,
  `(?:(?:stop|quit|cease) following up|(?:do not|don't|dont|never) follow up)(?: with (?:me|us))?${NO_MORE}`,
  `(?:do not|don't|dont|never) (?:send|forward) (?:me |us )?(?:any more|anymore|more|any) of (?:these|those|this)(?: (?:e-?mails|mails|messages))?`,
  `(?:do not|don't|dont|never) send ${MAIL_EN} to (?:me|us|this (?:e-?mail )?address|this inbox)${NO_MORE}`,
  `(?:take|remove|strike|scratch) ${ME_EN} (?:off|from) (?:your|this|the) (?:mailing |e-?mail |contact |e-?mailing |outreach )?(?:list|lists)`,
  `get ${ME_EN} off (?:your|this|the) (?:mailing |e-?mail |contact )?(?:list|lists)`,
  `(?:delete|erase|remove|destroy) (?:all (?:of )?)?(?:my|our) (?:personal )?(?:data|details|contact details|contact information|personal information|e-?mail address)(?: from ${LIST_EN})?`,
  `(?:stop|quit|cease|refrain from|cease and desist(?: from)?) ${WRITE_ING}(?: to)? (?:me|us|this address|my (?:inbox|address|e-?mail)|my colleagues and me|me and my team)(?: (?:with|about) (?:this|these|your|such)(?: (?:e-?mails|mails|messages|offers|requests|spam|rubbish|nonsense|crap))?)?${NO_MORE}`,
  `(?:stop|quit|cease) (?:sending|forwarding) (?:me |us )?${MAIL_EN}(?: to (?:me|us|this address))?${NO_MORE}`,
  `(?:stop|quit|cease) (?:(?:with )?(?:these|your|all|this|the|all these|all your)(?: (?:unsolicited|stupid|annoying))? (?:e-?mails?|mails?|mailings?|messages|spam|spamming|e-?mailing)|e-?mailing|spamming|mailing)`,
  `(?:do not|don't|dont|never|no longer) ${WRITE}(?: to)? (?:me|us|this address|my (?:inbox|address|e-?mail)|anyone at (?:this|our) (?:address|company|domain))${NO_MORE}`,
  `(?:do not|don't|dont|never) (?:send|forward) (?:me|us|this address) ${MAIL_EN}${NO_MORE}`,
  `(?:do not|don't|dont|never) (?:send|forward) (?:me|us) (?:anything|this|these|those|any of this)(?: (?:again|anymore|any more|ever again|else))`,
  `(?:send|write) (?:me|us) no (?:more|further) ${MAIL_EN}`,
  `no (?:more|further) (?:of (?:this|these|your) )?(?:e-?mails?|mails?|messages|mailings?|spam|contact|correspondence|follow-?ups)${FROM_YOU}(?: to (?:me|us|this address))?`,
  `(?:i|we)(?: really| simply| just)? (?:do not|don't|dont|no longer|never) (?:want|wish|care|like|need|consent|agree) to (?:receive|get|be sent|see|hear|read) (?:from you|${MAIL_EN}|anything from you|anything more from you|(?:any )?more from you)${FROM_YOU}${NO_MORE}`,
  `(?:i|we)(?: really| simply| just)? (?:do not|don't|dont|no longer) want (?:any|any more|more|further|these|your|any of your) (?:${MAIL_EN})${FROM_YOU}${NO_MORE}`,
  `(?:i|we) (?:do not|don't|no longer) (?:want|wish) (?:you )?to (?:be (?:contacted|e-?mailed|mailed|messaged|approached)|be on (?:your|this) (?:mailing |e-?mail )?list|${WRITE} (?:me|us))${FROM_YOU}${NO_MORE}`,
  `(?:i|we)(?:'d| would)? (?:want|like|wish|request|ask|prefer|need|demand)(?: to)? (?:to )?(?:be (?:removed|deleted|unsubscribed|taken off|taken)(?: (?:from|off) ${LIST_EN})?|unsubscribe|opt[ -]?out|not (?:be (?:contacted|e-?mailed|mailed)|receive ${MAIL_EN}|hear from you))(?: (?:from|of) (?:this|these|your|all|any|all further|any further|all your)(?: (?:e-?mails?|mails?|mailings?|list|messages|communications?))?)?${NO_MORE}`,
  `(?:i|we) (?:hereby )?(?:opt[ -]?out|unsubscribe|(?:withdraw|revoke) my consent(?: (?:to|for) (?:receiv(?:e|ing) )?${MAIL_EN})?|object to (?:the )?(?:processing|use) of my (?:personal )?data(?: for (?:direct |your )?marketing(?: purposes)?)?)(?: (?:of|from) (?:this|these|your|all|any|further|all further|any further|all your)(?: (?:e-?mails?|mails?|mailings?|list|messages|communications?))?)?`,
  `(?:remove|unsubscribe) (?:me|us)`,
  `leave (?:me|us) alone`,
  `lose (?:my|this|our) (?:number|e-?mail|e-?mail address|address)`,
  `(?:opt[ -]?out|unsubscribe me|unsubscribe us)`,
];

const MAIL_NL =
  '(?:verdere |dit soort |zulke |deze |jullie |uw |je |ongevraagde |nog )*(?:e-?mails?|mails?|mailtjes?|e-?mailtjes|berichten|mailings?|nieuwsbrieven|spam|post|reclame|aanbiedingen)';
const LIST_NL =
  '(?:je|jullie|uw|de|deze|die|alle)(?: (?:e-?mail|mail|mailing|verzend|contact|adressen))?[ -]?(?:lijst|lijsten|mailinglijst|mailinglist|maillijst|mailinglijsten|verzendlijst|contactlijst|adressenlijst|adressenbestand|bestand|bestanden|database|systeem|systemen|crm|mailing|mailings|campagne)';
const ME_NL =
  '(?:me|mij|ons|mijn (?:e-?mail|e-?mailadres|mailadres|adres|gegevens|contactgegevens)|onze (?:gegevens|adressen|adres)|ons (?:e-?mailadres|mailadres|adres)|dit (?:e-?mail|mail)?adres|deze mailbox)';
const MEER = '(?: (?:meer|ooit meer|ooit nog|langer))';

const REQUESTS_NL = [
  `(?:te )?(?:verwijderen|schrappen|wissen|halen) (?:uit|van) ${LIST_NL}`,
  `(?:uit|van) ${LIST_NL} (?:te )?(?:verwijderen|schrappen|wissen|halen|afhalen)`,
  `${ME_NL} (?:te )?(?:verwijderen|schrappen|wissen)`,
  `(?:kan|mag|kunnen|mogen) (?:ik|wij|we) (?:aub |svp |graag |alsjeblieft )?(?:van|uit) ${LIST_NL}(?: af| gehaald worden| verwijderd worden| worden gehaald| worden verwijderd)?`,
  `(?:me|mij|ons) (?:graag )?(?:willen|kunnen) (?:uitschrijven|afmelden|verwijderen)(?: (?:uit|van) ${LIST_NL})?`,
  `(?:ik|wij|we) (?:wil|willen|wens|wensen|zou|zouden)(?: (?:graag|hierbij|liefst))* (?:(?:worden |te worden )?(?:uitgeschreven|afgemeld|verwijderd)(?: worden| te worden)?)(?: (?:uit|van) ${LIST_NL})?`,
  `(?:ontvang(?:en)? (?:ik|wij|we)|(?:ik|wij|we) ontvang(?:en)?)(?: (?:graag|hierbij))* geen ${MAIL_NL}(?: meer)(?: van (?:je|jou|jullie|u|uw bedrijf))?`,
  `(?:stoppen|ophouden|te stoppen|op te houden) met (?:het )?(?:mailen|e-?mailen|spammen|benaderen|(?:sturen|versturen|toesturen) van ${MAIL_NL}|(?:deze|die|dit soort|jullie|uw|je) (?:e-?mails?|mails?|mailtjes|berichten|spam|mailings?))`,
  `(?:haal|verwijder|schrap|gooi|zet|wis) ${ME_NL}(?: (?:aub|a\\.u\\.b\\.|svp|s\\.v\\.p\\.|alsjeblieft|alstublieft|graag|direct|per direct|meteen|nu))*(?: (?:van|uit|af van) ${LIST_NL})(?: af)?(?: te)?(?: verwijderen| halen| schrappen)?`,
  `${ME_NL}(?: (?:aub|svp|graag|direct|per direct|alsjeblieft|alstublieft|a\\.u\\.b\\.|s\\.v\\.p\\.))* (?:van|uit) ${LIST_NL}(?: (?:te )?(?:verwijderen|halen|schrappen|wissen|afhalen))`,
  `${ME_NL} (?:verwijderen|schrappen|wissen|halen) (?:van|uit) ${LIST_NL}`,
  `(?:schrijf|meld) (?:me|mij|ons|dit adres)(?: (?:aub|svp|graag|direct|per direct|meteen|alsjeblieft|alstublieft|a\\.u\\.b\\.|s\\.v\\.p\\.|hier|hiervoor|hiervan|nu))* (?:uit|af)(?: (?:voor|van|uit) (?:deze|alle|jullie|uw|je) (?:mails?|e-?mails?|mailings?|nieuwsbrief|berichten|lijst))?`,
  `(?:(?:me|mij|ons|dit adres|deze mailbox)(?: (?:graag|direct|per direct|aub|svp|hier|hiervoor|hiervan|alsjeblieft|alstublieft))* )(?:(?:uit te |uit)schrijven|(?:af te |af)melden|uitschrijven|afmelden|verwijderen)(?: (?:voor|van|uit) (?:deze|alle|jullie|uw|je) (?:mails?|e-?mails?|mailings?|nieuwsbrief|berichten|lijst))?`,
  `(?:ik|wij|we) (?:wil|willen|wens|wensen|zou|zouden)(?: (?:me|mij|ons))?(?: (?:graag|hierbij|me|mij|ons|direct|per direct))* (?:uitschrijven|afmelden|uitgeschreven worden|afgemeld worden|worden uitgeschreven|worden afgemeld|uit te schrijven|af te melden)(?: (?:voor|van|uit) (?:deze|alle|jullie|uw|je) (?:mails?|e-?mails?|mailings?|nieuwsbrief|berichten|lijst))?`,
  `(?:ik|wij|we) (?:meld|melden|schrijf|schrijven) (?:me|mij|ons)(?: (?:hierbij|graag|bij deze))* (?:af|uit)`,
  `(?:ik|wij|we) (?:heb|hebben) geen behoefte (?:meer )?aan ${MAIL_NL}(?: van (?:je|jou|jullie|u|uw bedrijf))`,
  `(?:ik|wij|we) (?:wil|willen|wens|wensen|hoef|hoeven)(?: (?:echt|gewoon|liever|absoluut))? geen ${MAIL_NL}(?: (?:meer|ooit meer|langer))(?: van (?:je|jou|jullie|u|uw bedrijf))?(?: (?:te )?(?:ontvangen|krijgen|zien))?`,
  `(?:ik|wij|we) (?:wil|willen|wens|wensen|hoef|hoeven)(?: (?:echt|gewoon|liever|absoluut))? geen ${MAIL_NL} van (?:je|jou|jullie|u|uw bedrijf)(?: (?:meer|langer))?(?: (?:te )?(?:ontvangen|krijgen|zien))?`,
  `(?:ik|wij|we) (?:wil|willen|wens|wensen) (?:hierover |hier )?(?:niet|niets|niks|nooit)(?:${MEER})(?: (?:door (?:je|jou|jullie|u) )?(?:benaderd|gemaild|gecontacteerd|aangeschreven) (?:worden|te worden)| van (?:je|jou|jullie|u) (?:te )?(?:horen|ontvangen)| (?:worden|te worden) (?:benaderd|gemaild|gecontacteerd|aangeschreven))`,
  `(?:mail|e-?mail|schrijf|benader|contacteer|stoor|spam|bericht|app) (?:me|mij|ons|dit adres)(?: (?:aub|svp|graag|alsjeblieft|alstublieft|a\\.u\\.b\\.|s\\.v\\.p\\.|hierover))* (?:niet|nooit)${MEER}`,
  `(?:stuur|zend) (?:me|mij|ons)(?: (?:aub|svp|graag|alsjeblieft|alstublieft|a\\.u\\.b\\.|s\\.v\\.p\\.))* (?:geen |nooit )${MAIL_NL}(?: (?:meer|ooit))`,
  `(?:stuur|zend) (?:me|mij|ons) (?:niets|nooit iets|nooit)${MEER}`,
  `(?:me|mij|ons|dit adres)(?: (?:aub|svp|graag|alsjeblieft|alstublieft))* (?:niet|nooit)${MEER} (?:te )?(?:mailen|e-?mailen|benaderen|contacteren|schrijven|aanschrijven)`,
  `(?:niet|nooit)${MEER} (?:mailen|e-?mailen|benaderen|contacteren|contact opnemen|aanschrijven)`,
  `(?:geen|nooit) ${MAIL_NL} meer(?: (?:van (?:je|jou|jullie|u)|naar (?:mij|ons|dit adres)))?(?: (?:te )?(?:sturen|ontvangen|zenden))?`,
  `(?:geen|nooit) (?:verder )?contact meer (?:met (?:mij|ons) )?(?:op(?: te)?nemen|opnemen|zoeken)`,
  `(?:neem|zoek)(?: (?:aub|svp|a\\.u\\.b\\.|s\\.v\\.p\\.|alsjeblieft|alstublieft|hierover))* (?:geen|nooit) contact meer(?: met (?:mij|ons))?(?: op)?(?: met (?:mij|ons))?`,
  `(?:stop|hou|houd)(?: (?:nou|nu|eens|alsjeblieft|alstublieft|aub|a\\.u\\.b\\.?|s\\.v\\.p\\.?|direct|onmiddellijk|per direct|svp))*(?: op)? (?:met )?(?:het )?(?:mailen|e-?mailen|spammen|benaderen|(?:sturen|versturen|toesturen|zenden) van ${MAIL_NL}|(?:me|mij|ons) (?:te )?(?:mailen|spammen|benaderen|schrijven|lastig te vallen|lastigvallen|berichten te sturen)|(?:deze|die|dit soort|jullie|uw|je) (?:e-?mails?|mails?|mailtjes|berichten|spam|mailings?))(?: (?:naar|aan) (?:mij|ons|dit adres))?`,
  `(?:haal|verwijder|wis) (?:al )?(?:mijn|onze) (?:persoonlijke |contact)?(?:gegevens|persoonsgegevens|e-?mailadres|data)`,
  `laat (?:me|mij|ons) (?:met rust|hierbuiten)`,
  `(?:verwijder (?:me|mij|ons))`,
  `(?:ik|wij|we) (?:maak|maken) bezwaar tegen (?:het|de) (?:gebruik|verwerking|verdere verwerking) van (?:mijn|onze) (?:persoons)?gegevens`,
];

const REQUESTS = [...REQUESTS_EN, ...REQUESTS_NL].map((request) => new RegExp(`^(?:${request})$`, 'i'));
const HEADS = [HEAD, `${HEAD}${PLEASE_EN}`, `${HEAD}${PLEASE_NL}`].map(
  (head) => new RegExp(`^["'(]?${head}`, 'i'),
);
const LAST_TAIL = new RegExp(`${TAIL}$`, 'i');
const MOST_TAILS = 8;

/** Joins two requests: "not interested, please remove me". Each half is looked at by itself. */
const JOINTS =
  /,? (?:and|so|en|dus) (?=(?:please|stop|don't|do not|remove|unsubscribe|delete|take|never|graag|stop|verwijder|haal|schrijf|meld|mail|stuur|gelieve|neem))|[,;:] | - | – /iu;
/** Words that narrow, put off or turn a request: with one of them it is for a person to decide. */
const NARROWING =
  /\b(?:if|unless|until|till|when|before|after|because you|except|only|instead|rather|but|however|though|otherwise|always|usually|yesterday|next|tomorrow|monday|tuesday|wednesday|thursday|friday|weekends?|week|month|als|tenzij|totdat|tot|wanneer|voordat|behalve|alleen|liever|maar|echter|tenminste|morgen|volgende|maandag|dinsdag|woensdag|donderdag|vrijdag|weekend|tussen|phone|telephone|telefoon|telefonisch|whatsapp|linkedin|bellen|call|hesitate|aarzel|link|links|url|article|artikel|invoice|factuur|cc|thread|comment|mention|image|photo|foto)\b|@/i;

/** Without one of these words there is no request; most mails have none, and the forms above are many. */
const TOUCHES =
  /stop|halen|quit|cease|refrain|unsubscribe|opt|delist|register|remove|delete|erase|destroy|drop|take|strike|scratch|get |contact|e-?mail|no (?:more|further)|never|don't|dont|do not|no longer|want|wil|niks|mag|kan|kunnen|want|wish|like|consent|object|leave|lose|haal|verwijder|schrap|gooi|zet|wis|schrijf|schrijven|geschreven|meld|geen|niet|nooit|stuur|zend|neem|zoek|hou|laat|bezwaar|afmelden|mail/i;

/** Whether a sentence is nothing but a request for no more mail to its writer. */
export function isClear(said: string): boolean {
  const sentence = bareRequest(said);
  if (!TOUCHES.test(sentence)) return false;
  if (
    NARROWING.test(sentence) ||
    /["'].*\b(?:unsubscribe|stop|afmelden|uitschrijven)\b.*["']/i.test(sentence)
  )
    return false;
  if (matches(sentence)) return true;
  const parts = sentence.split(JOINTS);
  return (
    parts.length > 1 &&
    parts.length <= 4 &&
    parts.some(asks) &&
    parts.every((part) => asks(part) || isHarmless(part))
  );
}

/** Beside a refusal or a thank-you a bare word will do. */
function asks(part: string): boolean {
  return matches(part) || isPlainStop(part);
}

/** Courtesies before and behind fall off, one at a time behind, until what is left is a request or nothing more falls. */
function matches(sentence: string): boolean {
  const bare = sentence.replace(/[\s.!?"')]+$/, '');
  const bodies = new Set([bare, ...HEADS.map((head) => bare.replace(head, ''))]);
  return [...bodies].some((body) => isRequest(body));
}

function isRequest(body: string): boolean {
  let rest = body;
  for (let count = 0; count < MOST_TAILS; count += 1) {
    const asked = rest;
    if (REQUESTS.some((request) => request.test(asked))) return true;
    rest = rest.replace(LAST_TAIL, '');
    if (rest === asked) return false;
  }
  return false;
}

/** What may stand beside a request without taking anything from it: refusals, thanks, a greeting, a complaint. */
export function isHarmless(part: string): boolean {
  return /^(?:(?:hi|hello|hey|dear|hoi|hallo|dag|beste|geachte)\b.{0,40}|(?:we|i|wij|ik|it|this|dit)(?: are| am|'m|'re| is|'s| have|'ve| ben| zijn| hebben| heb)? (?:really |absolutely |certainly |echt |helemaal )?(?:not interested|no interest|niet ge[iï]nteresseerd|geen interesse|spam)(?: (?:in|at|hierin|aan|all)\b.{0,40})?|not (?:at all )?interested(?: (?:in|at)\b.{0,40})?|(?:geen|no) (?:interesse|interest).{0,30}|niet ge[iï]nteresseerd.{0,30}|no(?:,? thank(?:s| you))?|nee(?:,? (?:bedankt|dank je|dank u))?|thanks?(?: you)?.{0,30}|bedankt.{0,30}|this is (?:spam|the (?:second|third|fourth|last) time.{0,20})|dit is (?:spam|de (?:tweede|derde|laatste) keer.{0,20})|(?:please )?(?:do not|don't) (?:even )?(?:reply|respond|answer)(?: to this)?|sorry|please|graag|(?:kind |best )?regards.{0,30}|(?:met vriendelijke )?groet(?:en)?.{0,30}|ok(?:ay)?|enough|genoeg)[.!,]*$/iu.test(
    part.trim(),
  );
}
