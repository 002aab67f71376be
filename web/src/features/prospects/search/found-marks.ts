import type { Messages } from '../../../i18n/messages.js';
import { shortDay } from '../../../i18n/times.js';
import { namedTouches, touchSentence } from '../../../ui/conflict-words.js';
import type { Addition, FoundSite } from './web-search-api.js';

/** One thing worth knowing of a site before it is added. */
export interface FoundMark {
  readonly kind:
    | 'refused'
    | 'added'
    | 'own'
    | 'suppressed'
    | 'excluded'
    | 'prospect'
    | 'held'
    | 'touch'
    | 'links';
  readonly tone: 'stop' | 'warn' | 'live' | 'plain';
  readonly says: string;
  /** The prospect it leads to. */
  readonly prospectId?: string;
}

/** What marks are made from: the client in view, the moment, and the reader's language. */
export interface Seen {
  readonly clientId: string | undefined;
  readonly now: Date;
  readonly t: Messages;
}

type Maybe = FoundMark | null;

/** What the team knows of a site, the most serious first. */
export function knownMarks(site: FoundSite, seen: Seen): readonly FoundMark[] {
  const marks = [
    ownMark(site, seen),
    suppressedMark(site, seen),
    excludedMark(site, seen),
    prospectMark(site, seen),
    heldMark(site, seen),
    touchMark(site, seen),
    linksMark(site, seen),
  ];
  return marks.filter((mark) => mark !== null);
}

/** What became of a site that was to be added: why it was refused, or that it is there now. One that was there shows as the prospect it is. */
export function additionMark({ outcome, refusal }: Addition, { t }: Seen): Maybe {
  if (outcome === 'already_there') return null;
  if (refusal !== null)
    return { kind: 'refused', tone: 'stop', says: t.text(`prospects.found.refused.${refusal}`) };
  return { kind: 'added', tone: 'live', says: t.text(`prospects.found.outcome.${outcome}`) };
}

function ownMark({ ownBrand }: FoundSite, { t }: Seen): Maybe {
  if (ownBrand === null) return null;
  return { kind: 'own', tone: 'stop', says: t.text('prospects.found.own', { name: ownBrand.name }) };
}

function suppressedMark({ conflict }: FoundSite, { t }: Seen): Maybe {
  if (conflict === null || conflict.suppression === null) return null;
  return { kind: 'suppressed', tone: 'stop', says: t.text('prospects.doNotContact') };
}

/** The client in view stops; with none in view it is told which clients exclude the site. */
function excludedMark({ conflict }: FoundSite, { clientId, t }: Seen): Maybe {
  const excluding = (conflict?.exclusions ?? []).filter(
    (one) => clientId === undefined || one.clientId === clientId,
  );
  if (excluding.length === 0) return null;
  const clients = new Intl.ListFormat(t.locale).format(excluding.map(({ clientName }) => clientName));
  return {
    kind: 'excluded',
    tone: clientId === undefined ? 'warn' : 'stop',
    says: t.text('prospects.excludedFor', { clients }),
  };
}

function prospectMark({ prospect }: FoundSite, { t }: Seen): Maybe {
  if (prospect === null) return null;
  const status = t.text(`prospects.status.${prospect.status}`);
  const says =
    prospect.archivedAt === null
      ? t.text('prospects.found.prospect', { status })
      : t.text('prospects.found.archived');
  return { kind: 'prospect', tone: 'plain', says, prospectId: prospect.id };
}

function heldMark({ conflict }: FoundSite, { now, t }: Seen): Maybe {
  if (conflict === null || !conflict.reasons.includes('locked_by_other')) return null;
  const { ownedBy: name, lockedUntil } = conflict;
  if (name === null || lockedUntil === null) return null;
  const day = shortDay(new Date(lockedUntil), now, t);
  return { kind: 'held', tone: 'warn', says: t.text('prospects.lockedUntil', { name, day }) };
}

/** Who was there last within the cool-down, for whom, when and with what result. */
function touchMark({ conflict }: FoundSite, { now, t }: Seen): Maybe {
  const touch = conflict === null ? undefined : namedTouches(conflict)[0];
  if (touch === undefined) return null;
  const day = shortDay(new Date(touch.at), now, t);
  const sentence = touchSentence(touch, t);
  return { kind: 'touch', tone: 'warn', says: t.text('prospects.found.touch', { sentence, day }) };
}

/** Placements there, or links that stand there without one. */
function linksMark({ placements, conflict }: FoundSite, { t }: Seen): Maybe {
  const [links] = conflict?.liveLinks ?? [];
  if (placements > 0) {
    const says = t.text('prospects.found.placements', { count: placements });
    return { kind: 'links', tone: 'plain', says };
  }
  if (links === undefined) return null;
  const client = links.clientName ?? t.text('prospects.conflict.otherClient');
  const says = t.text('prospects.conflict.links', { count: links.count, client });
  return { kind: 'links', tone: 'plain', says };
}
