import type { PageSignals } from './html-signals.js';
import { READ_TEXT_LENGTH } from './judge-page.js';

/** With an empty place for scripts to fill, less text than this is the frame of a page rather than the page. */
const FRAME_TEXT = 2_000;
/** With a request to turn scripts on, or to wait, less text than this is no page. */
const NOTE_TEXT = 500;

const TURN_ON =
  /(?:enable|activate|turn on|requires?|need)\b.{0,40}\bjavascript|javascript\b.{0,60}\b(?:enabled?|disabled|required|turned (?:on|off)|uitgeschakeld|inschakelen|ingeschakeld|nodig|vereist|aan te zetten|aktivieren|deaktiviert|désactivé|activer)|(?:zet|schakel|activeer)\b.{0,30}\bjavascript/;
const WAIT = /^(?:loading|please wait|laden|bezig met laden|even geduld|wird geladen|chargement)\b/;

/**
 * Whether a page looks built by scripts, so that what the source holds is not the page: scripts and hardly any text, an empty
 * place that frameworks fill, or a request to turn scripts on.
 */
export function looksScriptBuilt(signals: PageSignals): boolean {
  const { hasScript, mainTextLength, hasEmptyMount } = signals;
  if (!hasScript) return false;
  if (mainTextLength < READ_TEXT_LENGTH) return true;
  if (hasEmptyMount && mainTextLength < FRAME_TEXT) return true;
  if (mainTextLength >= NOTE_TEXT) return false;
  return TURN_ON.test(signals.noscript) || TURN_ON.test(signals.text) || WAIT.test(signals.mainText);
}
