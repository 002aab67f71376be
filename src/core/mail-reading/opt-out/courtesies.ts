/** Slips of the hand in words that matter here, as people make them on telephones. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:rem(?:vo|oev|ov)e|reomve|rmove|remov)\b/gi, 'remove'],
  [
    /\b(?:un ?sub(?:s?c?ri?be|scribe|cribe|sribe|scibe|scrive)|unsuscribe|unsubsrcibe|unsubscirbe)(d?)\b/gi,
    'unsubscribe$1',
  ],
  [/\b(?:plese|pleas|plaese|pleease|plz+)\b/gi, 'please'],
  [/\b(?:emial|eamil|e mail)(s?)\b/gi, 'email$1'],
  [/\b(?:recieve|receve)\b/gi, 'receive'],
  [/\b(?:mialing|maling|mailling)\b/gi, 'mailing'],
  [/\b(take|get|remove) (me|us) of (?=your|this|the|that)/gi, '$1 $2 off '],
  [/\b(?:uitschijven|uitschrijve|uitschrijfen)\b/gi, 'uitschrijven'],
  [/\b(?:afmleden|afmelde)\b/gi, 'afmelden'],
];

/** What people say before a request to be polite, or because they said it before; it narrows nothing. */
const BEFORE: readonly RegExp[] = [
  /^(?:thanks?(?: you)?|sorry|bedankt|dank (?:je|u)|i appreciate (?:it|this|the offer))(?: (?:very much|so much|for (?:\S+ ){0,3}\S+|voor (?:\S+ ){0,3}\S+|anna|all the same))?,? (?:but|maar) /i,
  /^(?:(?:i|we)(?: have|'ve)?(?: already| now)? (?:asked|told|requested)(?: you)?(?: this)?(?: before| already| twice| several times| many times| once)?|(?:ik|wij|we) (?:heb|hebben) (?:het |dit )?(?:al )?(?:eerder|vaker|meermaals|twee keer) (?:gevraagd|gezegd|aangegeven))[:,;-]+ /i,
  /^(?:this is|dit is) (?:the|de|my|mijn) (?:\S+ )?(?:time|request|mail|keer|verzoek)[^:;,.]{0,25}[:;,-]+ /i,
  /^(?:lieve|beste|geachte|dear) (?:mensen|allemaal|team|all|people|friends|heer|mevrouw)[,:]? /i,
  /^(?:would|could) you (?:please )?be so kind (?:as )?to /i,
  /^(?:i|we)(?:'d| would) (?:really |very much )?appreciate it if you (?:would|could|can|no longer|stopped)? ?/i,
];

/** A sentence with the slips of the hand mended that would hide what it asks. */
export function withoutSlips(sentence: string): string {
  return SLIPS.reduce((text, [slip, word]) => text.replace(slip, word), sentence);
}

/** A sentence without slips of the hand and without the courtesies that stand before its request. */
export function bareRequest(sentence: string): string {
  const bare = BEFORE.reduce((text, courtesy) => text.replace(courtesy, ''), withoutSlips(sentence));
  return bare.replace(/\bliever geen\b/i, 'geen');
}
