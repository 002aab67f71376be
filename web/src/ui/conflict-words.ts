import type { ConflictTouch, SiteConflict } from '../api/prospect-views.js';
import type { Messages } from '../i18n/messages.js';

/** What stands in the way of approaching a site, the most serious first: the tone of the banner. */
export function conflictTone({
  reasons,
  answer,
}: Pick<SiteConflict, 'reasons' | 'answer'>): 'stop' | 'warn' | 'free' {
  if (answer === 'free') return 'free';
  return reasons.includes('do_not_contact') || reasons.includes('excluded') ? 'stop' : 'warn';
}

/** The touches worth naming: those that count for the client asked about, else all within the cool-down. */
export function namedTouches({ touches }: Pick<SiteConflict, 'touches'>): readonly ConflictTouch[] {
  const counting = touches.filter(({ counts }) => counts);
  return counting.length > 0 ? counting : touches;
}

/** One touch as a sentence: who, how, for whom, with what result. The time is drawn beside it. */
export function touchSentence(touch: ConflictTouch, t: Messages): string {
  const who = touch.isHidden
    ? t.text('prospects.conflict.colleague')
    : (touch.memberName ?? t.text('prospects.conflict.somebody'));
  const client = touch.isHidden ? t.text('prospects.conflict.otherClient') : (touch.clientName ?? '');
  const what = wordOf(`prospects.touch.${touch.direction}.${touch.kind}`, touch.kind, t);
  const sentence = client
    ? t.text('prospects.conflict.touchFor', { who, what, client })
    : t.text('prospects.conflict.touch', { who, what });
  if (touch.result === 'unknown') return sentence;
  const result = wordOf(`prospects.touch.result.${touch.result}`, touch.result, t);
  return t.text('prospects.conflict.withResult', { sentence, result });
}

function wordOf(key: string, code: string, t: Messages): string {
  return t.has(key) ? t.text(key) : code.replaceAll('_', ' ');
}
