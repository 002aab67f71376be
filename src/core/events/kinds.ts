/** Everything that can happen and is remembered. An event holds ids, codes and numbers, never names or texts. */
export const EVENT_KINDS = [
  'workspace.created',
  'workspace.settings_changed',
  'member.invited',
  'member.joined',
  'member.role_changed',
  'member.left',
  'client.added',
  'client.changed',
  'client.archived',
  'client.restored',
  'brand.added',
  'brand.changed',
  'brand.archived',
  'brand.restored',
  'target_page.added',
  'target_page.changed',
  'target_page.archived',
  'target_page.failing',
  'target_page.recovered',
  'target_pages.moved',
  'site.added',
  'site.changed',
  'site.declared',
  'site.character_changed',
  'placement.added',
  'placement.changed',
  'placement.checked',
  'placement.state_changed',
  'placement.accepted',
  'placement.ended',
  'placement.released',
  'placement.replaced',
  'placement.reopened',
  'placement.archived',
  'placement.restored',
  'placement.document_added',
  'placement.check_asked',
  'placement.target_moved',
  'placement.seen_by_hand',
  'placement.handed_over',
  'import.finished',
  'import.undone',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What an event is about; each is a timeline on which it appears. */
export const SUBJECT_KINDS = [
  'workspace',
  'member',
  'client',
  'brand',
  'target_page',
  'site',
  'placement',
  'import',
  'job',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}
