import type { Principal } from '../../platform/http/principal.js';
import type { TouchView } from './touches.dto.js';
import type { TouchRow } from './touches.repository.js';

/** A touch as somebody may see it: of one for a client they are not let see, only when it was, and how it came out. */
export function shownTouch(touch: TouchRow, who: Pick<Principal, 'clientIds'>): TouchView {
  const isHidden =
    who.clientIds !== null && touch.clientId !== null && !who.clientIds.includes(touch.clientId);
  const { id, at, kind, direction, result } = touch;
  const open = { id, at, kind, direction, result, isHidden };
  if (isHidden) return { ...open, ...NOBODY };
  const { memberName, contactId, contactName, clientId, clientName, brandName, note } = touch;
  return { ...open, memberName, contactId, contactName, clientId, clientName, brandName, note };
}

const NOBODY = {
  memberName: null,
  contactId: null,
  contactName: null,
  clientId: null,
  clientName: null,
  brandName: null,
  note: '',
};
