import { withoutSlips } from './courtesies.js';

/** A line that is one word or two and nothing else. */
const PLAIN_STOP =
  /^["'(]?(?:(?:please|pls|kindly|graag|gaarne|gelieve|svp|aub),? )?(?:stop|stop it|stop this|stop now|stop please|unsubscribe|unsubscribe please|opt[ -]?out|remove|remove me|no more|stop aub|stop svp|stop a\.u\.b|stop hiermee|stop hier mee|stoppen|afmelden|uitschrijven|afmelden aub|uitschrijven aub|niet meer mailen|nooit meer mailen)(?:,? (?:please|thanks|thank you|aub|svp|graag|bedankt|nu|now))?["')]?[.!]*$/i;

/** Whether a sentence is nothing but a word to stop. */
export function isPlainStop(sentence: string): boolean {
  return PLAIN_STOP.test(withoutSlips(sentence.trim()));
}

const ABOUT_ME =
  /\b(?:unsubscrib\w*(?! (?:rates?|links?|page|button|form|readers|users|people|customers|visitors|subscribers|from (?:a|the) (?:channel|podcast)))|(?:to|please|i|we|me|us|and) (?:\S+ )?opt(?:ed|ing)?[ -]?out)\b(?!.{0,60}\b(?:link|button|our|rate|page|below|here)\b)|\b(?:stop|quit|cease)(?: \S+){0,2} (?:e-?mail(?:ing)?|mailing|contact(?:ing)?|messag(?:ing|es?)|spam(?:ming)?|writing|sending|following up|bothering|pestering|harassing|these|all this)\b|\b(?:don't|do not|never|no longer)(?: (?:ever|please))? (?:e-?mail|contact|mail|message|write|send|bother|approach|want to (?:hear|receive|get|be contacted)|wish to (?:hear|receive|get|be contacted))(?! (?:guest|sponsored|paid|the|a|an)\b)|\b(?:remove|delete|erase|take) (?:me|us|my|our|this (?:e-?mail|address)|(?:him|her|them|his|their))(?: (?:\S+ ){0,4})?(?:from|off)\b|\b(?:off (?:your|this)|from (?:your|this|the) (?:mailing|e-?mail|contact)) (?:\S+ )?(?:list|database)\b|\b(?:be|been|get) (?:removed|deleted|unsubscribed|taken off)\b.{0,30}\b(?:list|database|mailings?)\b|\bno more (?:e-?mails?|mails?|messages|follow-?ups|contact|spam)\b|\bnot (?:to )?(?:be )?(?:contact|e-?mail|mail)(?:ed)?(?: me| us)?\b|\b(?:report(?:ed|ing)?|mark(?:ed|ing)?|flag(?:ged|ging)?)(?: \S+){0,5} (?:as )?(?:spam|abuse)\b|\bgdpr\b|\bthis is spam\b|\bhow did you get (?:my|this|our)\b|\bleave (?:me|us) alone\b/i;

/** Words in quotation marks are mentioned, not said. */
const QUOTED = /"[^"]{1,60}"/g;

/** Asked, told or threatened: whoever says it may want no more mail, and often only an answer. */
const MAY_WANT =
  /\b(?:remove|delete|erase) (?:me|us|(?:all )?(?:my|our) (?:personal )?(?:data|details|address))\b|\bwhy (?:am|are) (?:i|we) (?:getting|receiving|on your|in your)\b|\b(?:am|are) (?:i|we) on (?:a|your|some|any) (?:\S+ )?list\b|\bwho gave you (?:my|our|this)\b|\bwie heeft (?:je|jullie|u) (?:mijn|ons|dit|onze)\b|\b(?:contact|reach|call|message|write to) (?:me|us) (?:on|via|through|by) .{1,30} instead\b|\b(?:wrong person|verkeerde persoon)\b|\bhebben de verkeerde\b|\b(?:too many|te veel|enough) (?:of |van )?(?:these|your|deze|jullie|uw) (?:e-?mails|mails|messages|berichten|mailtjes)\b|\bmail (?:\S+ ){1,3}niet meer\b|\b(?:lawyer|legal action|complain to|data protection|advocaat|toezichthouder|autoriteit persoonsgegevens|bij de acm|juridische stappen)\b|\b(?:never|not|n't) (?:gave|give|given) (?:you )?(?:\S+ )?(?:permission|consent)\b|\b(?:geen|nooit) (?:\S+ )?toestemming\b|\bmail (?:mij |me |ons )?(?:voortaan|in het vervolg) (?:\S+ )?naar\b|\balleen (?:nog )?via\b.{0,40}\b(?:contact|mailen|benaderen|bereikbaar)\b|\b(?:remove|delete) \S+(?: \S+)? (?:from|off) (?:your|this|the) (?:\S+ )?(?:list|database|records|system|crm)\b|\b(?:where|how) (?:did|do|have) you (?:get|got|find|found|have|obtain(?:ed)?) (?:my|our|this)\b|\basked (?:you )?(?:\S+ )?to stop\b|\byou (?:guys )?(?:keep|kept) (?:on )?(?:e-?mail|mail|writ|contact|spamm|send|bother)ing\b|\bupdate your (?:records|database|lists?)\b|^stop, |\bif you (?:don't|do not) stop\b|\b(?:rather than|instead of) (?:e-?mail|mail|contact|writ|messag)ing (?:to )?(?:me|us)\b|\bonly (?:contact|e-?mail|mail|write to|reach) (?:me|us) (?:through|via|by|at|on)\b|\bwaarom (?:krijg|ontvang)(?:en)? (?:ik|wij|we) (?:deze|dit|die|jullie|uw|je)\b|\b(?:meld|schrijf) ik (?:me|mij|mezelf) (?:\S+ )?(?:af|uit)\b|\b(?:dit|het) is (?:gewoon |pure )?spam\b|\bals spam\b|\b(?:mail|schrijf|bel) (?:\S+ )?niet (?:mij|ons|meer)\b|\bmail niet meer\b|\bals (?:je|jullie|u) niet stop\w*|\bwaar (?:heb|hebben|haal|halen|heeft|haalt) (?:je|jullie|u) (?:mijn|ons|dit)\b/i;

const ABOUT_ME_NL =
  /\b(?:afmelden|afgemeld|uitschrijven|uitgeschreven|uit te schrijven|af te melden|afmelding|uitschrijving)\b(?!.{0,40}\b(?:link|knop|hieronder|onze nieuwsbrief|klik)\b| van (?:bezoekers|lezers|klanten|deelnemers|leden|abonnees))|\b(?:meld|schrijf) (?:me|mij|ons)\b.{0,40}\b(?:af|uit)\b|\bstop(?:pen|t)? (?:\S+ ){0,3}(?:mail|mails|mailen|mailtjes|berichten|sturen|spam|spammen|benaderen|hiermee|lastig)\b|\b(?:niet|nooit|geen)(?: \S+){0,3} (?:meer|langer)(?: \S+){0,3} (?:mailen|mails?|e-?mails?|mailtjes|berichten|contact|ontvangen|benaderen|benaderd|gemaild|sturen|opnemen)\b|\bgeen (?:\S+ )?(?:mails?|e-?mails?|mailtjes|berichten|contact|mailings?)(?: \S+){0,2} meer\b|\b(?:mail|schrijf|benader|contacteer) (?:me|mij|ons)(?: \S+){0,3} (?:niet|nooit)\b|\b(?:verwijder|haal|schrap|wis)(?: \S+){0,5} (?:lijst|bestand|database|mailinglijst|gegevens|adres)\b|\b(?:me|mij|ons|mijn)(?: \S+){0,5} (?:verwijderen|schrappen)\b|\bavg\b|\blaat (?:me|mij|ons) met rust\b|\bhoe kom(?:en|t)? (?:je|jullie|u) aan (?:mijn|ons|dit)\b|\bspam\b.{0,30}\b(?:melden|gemeld|aangifte|klacht)\b/i;

/** Words of stopping that are about something else: a sentence that has them and nothing else says nothing. */
const HARMLESS =
  /\b(?:(?:don't|do not|never|didn't|won't|can't|not|niet|nooit)(?: \S+)? stop(?:pen|ping|ped|t)?\b|stop (?:by|over|in|at|here|there|off|niet|vooral niet|zeker niet)\b|non-?stop|stopcontact\w*|one[- ]stop|(?:bus|pit|full) ?stop|(?:subscribe|sign up|aanmelden|inschrijven)(?: \S+){0,3}\?|unsubscribe(?:d)? from (?:your|the|a|our|my|their) (?:\S+ )?(?:newsletter|channel|blog|feed|podcast|account)(?=\s*\?|.*\b(?:but|because)\b)|unsubscribed (?!from|me|us|my|already|before|twice|three)\S+|remove (?:the|this|that|your|our|those|these|my|all)(?: \S+)? (?:link|links|url|article|post|page|comment|mention|brand|image|photo|paragraph|sentence|nofollow)|don't hesitate|do not hesitate|aarzel niet|please (?:do )?(?:keep|continue)|blijf (?:vooral )?(?:mailen|sturen))/i;

/** Whether a sentence touches on no more mail without being a clear request. */
export function isDoubtful(said: string): boolean {
  const sentence = withoutSlips(said);
  if (
    isPlainStop(sentence) ||
    (MAY_WANT.test(sentence.replace(QUOTED, '')) && !isAboutOthers(sentence) && !isFooter(sentence))
  )
    return true;
  if (!ABOUT_ME.test(sentence) && !ABOUT_ME_NL.test(sentence)) return false;
  return !HARMLESS.test(sentence) && !isFooter(sentence) && !isAboutOthers(sentence);
}

/** The unsubscribe line of the writer's own mailings. */
function isFooter(sentence: string): boolean {
  return /\b(?:(?<=^)to unsubscribe|unsubscribe (?:here|at any time|from (?:this|our|these))|click|klik|you (?:can|may|are) (?:always )?(?:unsubscribe|receiving|subscribed)|you (?:received|have received) this|wilt u geen|om (?:je|u) (?:af te melden|uit te schrijven)|afmelden kan|u ontvangt deze)\b/i.test(
    sentence,
  );
}

/** Told of somebody else, or asked as news: no request. */
function isAboutOthers(sentence: string): boolean {
  return /\b(?:why did you stop|you never|did you stop|have you stopped|you stopped|stopped (?:e-?mailing|writing|sending)|(?:he|she|they|people|users|readers|subscribers|customers|visitors|our (?:readers|users|subscribers|customers|clients)) (?:\S+ ){0,3}(?:unsubscrib|opt|stop|don't|do not|no longer|never)|i (?:never|don't|do not|didn't) (?:want to )?(?:send|mail|e-?mail) (?:\S+ ){0,3}(?:to )?(?:people|readers|customers|anyone)|we (?:never|don't|do not) (?:send|mail|e-?mail|contact|write)|waarom (?:zijn|ben) (?:jullie|je|u) gestopt|onze (?:lezers|klanten|abonnees)|wij (?:sturen|mailen|benaderen) (?:nooit|geen|niet)|we (?:sturen|mailen|benaderen) (?:nooit|geen|niet))\b/i.test(
    sentence,
  );
}

/** Ways to say no to an offer that are whole answers, or nearly. */
const SHORT_NO =
  /^(?:(?:hi|hello|hoi|hallo|dag|beste)[^,]{0,30}, ?)?(?:(?:thanks?(?: you)?|sorry|unfortunately|helaas|bedankt|nee)[,!.]? ?(?:but |maar )?)?(?:no|nope|nee|hard pass|pass|(?:i|we)(?:'d| would) rather not|liever niet|not (?:too |very )?keen|no go(?: for (?:us|me))?|it'?s a (?:hard )?no(?: from (?:us|me))?|we(?:'re| are) good|i(?:'m| am) good|not (?:at this (?:time|moment)|right now|this time|at present|now)|niet op dit moment)(?:,? (?:thanks?(?: you)?|bedankt|sorry|dank (?:je|u)|for now|voor nu))?[.!]*$/i;
const DECLINES_TOO =
  /\b(?:is(?:n't| not)(?: really)? (?:a (?:good |great |right )?(?:fit|match)|for (?:us|me|our \S+)|our (?:thing|cup of tea)|something for us|of interest)|don't think (?:this|it|that)(?:'s| is| would be) (?:for us|a (?:good )?fit|something)|not (?:relevant|suitable|interesting|a match) (?:for|to) (?:us|our|me)|(?:can't|cannot|can not|unable to) help (?:you|with this)|not our (?:thing|cup of tea)|(?:not|n't) (?:currently |really |presently )?(?:taking|accepting|seeking|publishing|working with) (?:\S+ ){0,3}(?:content|posts?|articles?|submissions?|pitches|contributions?|contributors|writers|links?|partners|agencies|requests)|(?:do not|don't|never) work with (?:\S+ )?(?:agencies|agency|outside|external|seo|link)|closed (?:for|to) (?:\S+ )?(?:contributors|contributions|submissions|guests?|writers|pitches)|(?:have|going|need) to say no|,? so (?:it's a |that's a )?no$|(?:publiceren|plaatsen|schrijven) (?:wij |we )?(?:alleen|uitsluitend|enkel) (?:eigen|zelf)|(?:dat|dit) doen (?:wij|we) niet|(?:have|got|has) (?:more than )?enough (?:content|writers|posts?|articles?|contributors|links)|(?:hebben|heb) (?:\S+ ){0,2}genoeg (?:content|schrijvers|artikelen|blogs|links)|(?:geen|no) (?:tijd|ruimte|budget|time|room|capacity) voor|(?:are|we're) fully booked|(?:respectfully|politely|kindly) (?:decline|pass)|only (?:publish|use|write|post) (?:in-house|our own|original|internal)|(?:ben|zijn) (?:\S+ ){0,3}(?:niet|geen) (?:\S+ )?ge[iï]nteresseerd|ga(?:an)? (?:\S+ )?niet (?:op in|in op|mee)|past (?:\S+ )?niet (?:\S+ )?(?:bij|binnen|in|op)|niets voor (?:ons|mij)|niet (?:echt )?(?:interessant|relevant|geschikt) voor (?:ons|mij)|voor (?:ons|mij) niet (?:interessant|relevant)|(?:slaan|sla) (?:\S+ ){0,3}over|(?:daar|hier) doen (?:wij|we) niet aan|(?:wij|we) doen (?:daar|hier) niet aan)\b/i;

const DECLINES =
  /\b(?:(?:we're|i'm|we are|i am|am|are)? ?(?:not|no longer)(?: \S+){0,2} interested|no(?:t any)? interest\b|have no interest|without interest|no,? (?:thanks|thank you|thx)|(?:we'll|we will|i'll|i will|i'd rather|we|i|will have to|have to|going to) (?:have to )?(?:pass|decline)\b|not (?:for us|a (?:good )?fit|something (?:for us|we|i)|what we|relevant (?:for|to) us|looking for)|(?:we|i) (?:do not|don't|never|no longer|won't|will not|can't|cannot) (?:accept|publish|take|sell|offer|place|add|do|post|host|allow|want)(?: \S+){0,4} (?:guest|sponsored|paid|links?|posts?|articles?|backlinks?|content|contributions|collaborations?|exchanges?|pitches|submissions)|geen interesse|(?:niet|niet langer) ge[iï]nteresseerd|nee,? (?:bedankt|dank je|dank u|dankjewel|dank)|niet (?:iets )?voor ons|(?:we|wij|ik) (?:zien|zie) (?:hier|er)?(?:van)? ?af|zien (?:wij|we) (?:hier)?van af|(?:wij|we) (?:doen|werken|plaatsen|accepteren|publiceren|nemen|verkopen)(?: \S+){0,3} (?:niet|geen)\b|geen (?:behoefte|belangstelling)|passen wij voor|pas(?:sen)? (?:ik|we|wij) (?:hier)?voor)\b/i;
const NOT_DECLINED =
  /\b(?:but|however|maar|although|though|echter|unless|tenzij|if (?:you|the|it)|als (?:je|jullie|u|het)|not that|niet dat|isn't that|not because|only interested|alleen ge[iï]nteresseerd|why (?:are|were|would)|are you|ben je|bent u|if (?:you're|you are)|in case|mocht)\b|\?/i;

/** Thanks that lead to a "but" are courtesy; the "but" turns nothing. */
const THANKS_BUT =
  /^(?:hi|hello|hoi|hallo|dag|beste)?.{0,20}?\b(?:thanks?|thank you|appreciate|sorry|bedankt|dank|interesting|nice|good luck|leuk|mooi)\b[^.!?]{0,60}?[, ](?:but|maar) /i;

/** Whether a sentence declines the offer without saying anything of further mail. */
export function isDeclined(sentence: string): boolean {
  // Words somebody is told to answer with are not his own, unless he says nothing else.
  const own = sentence.replace(/^"([^"]{1,60})"[.!]*$/, '$1');
  const bare = own.replace(/"[^"]{1,60}"/g, '').replace(THANKS_BUT, '');
  const declines = DECLINES.test(bare) || DECLINES_TOO.test(bare) || SHORT_NO.test(bare);
  return declines && !NOT_DECLINED.test(bare);
}
