import {
  IconBan,
  IconInbox,
  IconKeyboard,
  IconMailbox,
  IconMailCheck,
  IconMailQuestion,
  IconPlus,
  IconTimeline,
  IconUpload,
  IconWorldSearch,
} from '@tabler/icons-react';
import type { MessageKey } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { isOfPage } from '../keys/key-groups.js';
import { useAllKeys } from '../keys/keys-provider.js';
import { useMay } from '../session/session.js';
import type { Found } from './palette-found.js';

const SIZE = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done from anywhere: each leads to the page where it is done. */
const ACTS = [
  { to: '/inbox', name: 'app.action.answerMail', icon: IconInbox, right: 'write', keys: 'g i' },
  { to: '/inbox?tab=unmatched', name: 'app.action.placeMail', icon: IconMailQuestion, right: 'write' },
  { to: '/outbox', name: 'app.action.settleDoubts', icon: IconMailCheck, right: 'write', keys: 'g x' },
  { to: '/board?view=table&assignee=all', name: 'app.action.enrol', icon: IconTimeline, right: 'write' },
  { to: '/sequences/approvals', name: 'app.action.approveMails', icon: IconTimeline, right: 'manage' },
  { to: '/settings/mailboxes/new', name: 'app.action.connectMailbox', icon: IconMailbox, right: 'write' },
  { to: '/settings/do-not-contact', name: 'app.action.doNotContact', icon: IconBan, right: 'write' },
  { to: '/prospects?add=true', name: 'app.action.addProspect', icon: IconPlus, right: 'write' },
  { to: '/prospects/search', name: 'app.action.findProspects', icon: IconWorldSearch, right: 'write' },
  { to: '/campaigns/new', name: 'campaigns.new', icon: IconPlus, right: 'write' },
  { to: '/placements/new', name: 'app.action.addPlacement', icon: IconPlus, right: 'write' },
  { to: '/imports/new', name: 'app.action.import', icon: IconUpload, right: 'write' },
  { to: '/clients?add=true', name: 'app.action.addClient', icon: IconPlus, right: 'manage' },
] as const satisfies readonly { readonly name: MessageKey; readonly [key: string]: unknown }[];

/** What can be done from anywhere, and what the page on screen does by a key. */
export function useFoundActs(): { readonly anywhere: readonly Found[]; readonly here: readonly Found[] } {
  const t = useMessages();
  const may = { write: useMay('write'), manage: useMay('manage') };
  const keys = useAllKeys();
  const anywhere = ACTS.filter(({ right }) => may[right]).map(({ to, name, icon: Icon, ...act }) => ({
    id: to,
    label: t.text(name),
    icon: <Icon {...SIZE} />,
    to,
    ...('keys' in act ? { keys: act.keys } : {}),
  }));
  // Of two acts with the same keys the one registered last is done.
  const here = [...new Map(keys.filter(isOfPage).map((act) => [act.keys, act])).values()].map((act) => ({
    id: `here ${act.keys}`,
    label: act.label,
    icon: <IconKeyboard {...SIZE} />,
    keys: act.keys,
    run: act.run,
  }));
  return { anywhere, here };
}
