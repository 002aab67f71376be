import { IconCircleCheck, IconHelpCircle, IconMailOff } from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import layout from '../../ui/record-page.module.css';
import { useTip } from '../../ui/use-tip.js';
import type { MayMail } from './contact-views.js';

const LOOKS = {
  yes: { tone: 'live', icon: IconCircleCheck },
  no: { tone: 'removed', icon: IconMailOff },
  ask: { tone: 'differs', icon: IconHelpCircle },
} as const;

/** Why a contact may or may not be mailed first, as a sentence; a code nobody wrote a sentence for says so itself. */
export function useMayMailWords({ code }: MayMail): string {
  const t = useMessages();
  const key = `contacts.mayMail.${code}`;
  return t.has(key) ? t.text(key) : code;
}

/** Whether a contact may be mailed first: icon, word and colour; why on hover. */
export function MayMailTag({ mayMail }: { readonly mayMail: MayMail }) {
  const t = useMessages();
  const why = useMayMailWords(mayMail);
  const tip = useTip<HTMLSpanElement>(() => why);
  const { tone, icon: Icon } = LOOKS[mayMail.answer];
  return (
    <>
      <span className={layout['tag']} data-tone={tone} {...tip.on}>
        <Icon size={12} stroke={1.75} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {t.text(`contacts.mayMailAnswer.${mayMail.answer}`)}
      </span>
      {tip.shown}
    </>
  );
}
