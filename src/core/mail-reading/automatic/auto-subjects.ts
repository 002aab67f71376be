/** What only programs set at the beginning of a subject (D249): in English, Dutch, German, French and the languages next to them. */
const PROGRAMS = [
  'auto\\s?:',
  'auto(?:matic(?:ally)?|mated|matisch(?:e[rsn]?)?|-)?[- ]?(?:generated )?(?:repl(?:y|ies)|response|responder|respond|antwort|antwoord|message|bericht|mitteilung|beantwoord(?:ing)?)\\b',
  'out[ -]of[ -](?:the[ -])?office',
  'ooo\\b|oof\\b',
  'away (?:from|until|till)',
  'vacation (?:reply|message|notice)',
  'absen(?:t|ce)\\b|absence du bureau|absent du bureau',
  '(?:ik ben (?:\\S+ )?)?afwezig|afwezigheids\\S+|(?:niet|not) (?:aanwezig|op kantoor|in the office|at my desk)',
  'vakantiebericht|vakantiemelding|urlaubsbenachrichtigung|abwesen|(?:ich bin )?nicht im b(?:ü|ue)ro',
  "automatisch antwoord|automatische antwort|réponse automatique|message d'absence|respuesta autom[aá]tica|risposta automatica|resposta autom[aá]tica|odpowiedź automatyczna|automatyczna odpowiedź|autosvar|automaattinen|automatické? odpov|otomatik",
  'fuera de (?:la )?oficina|fuori ufficio|poza biurem|автоответ|автоматический ответ|нет на работе|自動(?:返信|応答)|不在|自动(?:回复|答复)|自動回覆',
  'ontvangstbevestiging|bevestiging van (?:ontvangst|uw|je|jouw)|eingangsbest(?:ä|ae)tigung|empfangsbest(?:ä|ae)tigung|accus[ée] de r[ée]ception|acuse de recibo|acknowledg(?:e)?ment of receipt|confirmation of receipt',
  '(?:bedankt|dank) voor (?:je|uw|jouw) (?:bericht|mail|e-?mail|aanvraag|vraag|reactie)',
  'thank(?:s| you) for (?:your (?:e-?mail|message|mail|enquiry|inquiry|request|submission|interest)|contacting|getting in touch|reaching out to|writing to)\\b',
  '(?:wij|we) hebben (?:uw|je|jouw) (?:bericht|mail|e-?mail|aanvraag|vraag|verzoek) (?:goed )?ontvangen|(?:uw|je|jouw) (?:bericht|mail|e-?mail|aanvraag|vraag|verzoek) is (?:goed )?ontvangen',
  "we(?:'ve| have)? (?:just )?received your (?:e-?mail|message|mail|enquiry|inquiry|request|submission|ticket)|your (?:e-?mail|message|enquiry|inquiry|request|ticket) (?:has been|was) (?:received|created|opened)|(?:request|ticket|case|message) (?:\\S+ )?(?:received|created|opened)\\b",
];

/** Words people use as well; they count when nothing but a day, a colon or the subject of an answer follows. */
const AWAY = [
  "(?:(?:i am|i'm|we are) )?(?:currently |still )?(?:on|away on) (?:vacation|holidays?|(?:annual |parental |maternity |paternity |sick |medical )?leave)",
  "(?:i am|i'm|we are) (?:currently )?(?:away|out|out of (?:the )?office)",
  '(?:ik ben |wij zijn )?(?:\\S+ )?(?:met|op) (?:\\S*verlof|vakantie)',
  '(?:ich bin )?im urlaub',
  'en (?:cong[ée]s?|vacances)|de vacaciones|in (?:ferie|vacanza)',
];
/** Only in answer to a mail: alone they are as often what a mail is about. */
const IN_ANSWER = ['urlaub', 'vakantie', 'verlof', 'holidays?', 'cong[ée]s?', 'ferie', 'vacaciones'];

const LABEL = '^\\s*(?:\\[[^\\]]{1,40}\\]\\s*|\\(?#\\d{1,12}\\)?[:\\s]*)?';
const FOLLOWED =
  '(?=\\s*(?:$|[:!.,;(\\[–-]|re\\s?:|until|till|from|to\\b|through|t\\/m|tot|van(?:af)?\\b|bis|vom|ab\\b|jusqu|du\\b|hasta|\\d))';
const any = (list: readonly string[]) => `(?:${list.join('|')})`;

const STRONG = new RegExp(`${LABEL}\\[?(?:${any(PROGRAMS)}|${any(AWAY)}${FOLLOWED})`, 'i');
const WEAK = new RegExp(`${LABEL}${any(IN_ANSWER)}${FOLLOWED}`, 'i');

/** Whether a subject is one a program sets while its owner is away, or to say that a mail has come in. */
export function isAutomaticSubject(subject: string, answersUs: boolean): boolean {
  return STRONG.test(subject) || (answersUs && WEAK.test(subject));
}
