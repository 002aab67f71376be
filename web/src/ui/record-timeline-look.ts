import {
  IconAddressBook,
  IconAlertTriangle,
  IconArrowRight,
  IconArrowsLeftRight,
  IconBuilding,
  IconCircleCheck,
  IconCloudOff,
  IconEye,
  IconFileText,
  IconFlagOff,
  IconGitMerge,
  IconLink,
  IconLinkOff,
  IconMail,
  IconNote,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  type IconProps,
  IconUpload,
  IconWorldSearch,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

interface Look {
  readonly icon: ComponentType<IconProps>;
  readonly tone: 'live' | 'differs' | 'removed' | 'by-hand' | 'quiet';
}

const STATES: Readonly<Record<string, Look>> = {
  live: { icon: IconCircleCheck, tone: 'live' },
  differs: { icon: IconAlertTriangle, tone: 'differs' },
  removed: { icon: IconLinkOff, tone: 'removed' },
  site_down: { icon: IconCloudOff, tone: 'quiet' },
  site_gone: { icon: IconCloudOff, tone: 'quiet' },
  check_by_hand: { icon: IconEye, tone: 'by-hand' },
};

const KINDS: Readonly<Record<string, Look>> = {
  'link.found': { icon: IconLink, tone: 'quiet' },
  'link.entered': { icon: IconLink, tone: 'quiet' },
  'link.restored': { icon: IconCircleCheck, tone: 'live' },
  'link.lost': { icon: IconLinkOff, tone: 'removed' },
  'link.removed': { icon: IconLinkOff, tone: 'quiet' },
  'site.owner_changed': { icon: IconAlertTriangle, tone: 'differs' },
  'pitch.won': { icon: IconCircleCheck, tone: 'live' },
  'pitch.lost': { icon: IconFlagOff, tone: 'removed' },
  'pitch.moved': { icon: IconArrowRight, tone: 'quiet' },
  'pitch.paused': { icon: IconPlayerPause, tone: 'quiet' },
  'pitch.resumed': { icon: IconPlayerPlay, tone: 'quiet' },
  'pitch.contacts_changed': { icon: IconAddressBook, tone: 'quiet' },
  'contact.objected': { icon: IconAlertTriangle, tone: 'differs' },
};

const FAMILIES: Readonly<Record<string, ComponentType<IconProps>>> = {
  note: IconNote,
  link: IconLink,
  placement: IconLink,
  touch: IconMail,
  contact: IconAddressBook,
  contacts: IconAddressBook,
  contact_proposal: IconAddressBook,
  conditions: IconFileText,
  publisher: IconBuilding,
  relationship: IconArrowsLeftRight,
  crawl: IconWorldSearch,
  records: IconGitMerge,
  import: IconUpload,
};

/** How an event is drawn: one that ends in a state wears that state, all others the mark of what they are about. */
export function lookOf({
  kind,
  params,
}: {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}): Look {
  const state = params['to'] ?? params['state'];
  const ofState = kind.startsWith('placement.') && typeof state === 'string' ? STATES[state] : undefined;
  return ofState ?? KINDS[kind] ?? { icon: FAMILIES[kind.split('.')[0] ?? ''] ?? IconPencil, tone: 'quiet' };
}
