/** "Wrote", as mail programs say it: EN, NL, DE, FR, ES, PL, RU, JA, and the languages next to them. */
const WROTE =
  /(?:\b(?:wrote|writes|schreef|schreven|geschreven|schrieb|geschrieben|escribió|escribio|escreveu|ha scritto|scrisse|skrev|kirjoitti|napsal\(a\)|napsala?|napísal\(a\)|yazdı|írta)\b|a écrit|napisał(?:\(a\)|a)?|pisze|пишет|написала?|написал\(а\)|さんは書きました|のメッセージ|のメール|が書きました|書き込みました|写道|寫道|님이 작성)/i;
const START =
  /^\s*(?:(?:On|Op|Am|Le|El|Em|Il|W dniu|Dnia|Den|På|Dne|Ter|Pe|La|Date)\s|\d{4}[年./-]|\d{1,2}[./-]\s?\d|\d{1,2}\.? \p{L}{3,}|(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[,. ]|(?:pon|wt|śr|czw|pt|sob|niedz|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\w*[,. ])/iu;
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,250}/;
const TIME = /\d{1,2}[:.h時]\s?\d{2}|\d{4}/;
const MOST_LINES = 4;
const LONGEST = 500;

/**
 * How many lines from here are the line a mail program sets before a quote ("On …, … wrote:"), which it often breaks; 0 for none. It ends with a
 * colon and has a word for writing beside a date or an address, or an address beside a date and time where there is no such word.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const block = lines.slice(at, at + count);
    const last = block.at(-1) ?? '';
    if (last.trim() === '' || (count > 1 && !START.test(block[0] ?? ''))) return 0;
    if (/[:\uff1a]\s*$/.test(last)) return announces(block.join(' ')) ? count : 0;
  }
  return 0;
}

function announces(joined: string): boolean {
  if (joined.length > LONGEST) return false;
  const hasAddress = ADDRESS.test(joined);
  const isDated = /\d/.test(joined);
  if (WROTE.test(joined)) return hasAddress || (isDated && START.test(joined));
  return hasAddress && TIME.test(joined) && START.test(joined);
}
