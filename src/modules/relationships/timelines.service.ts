import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { eventSentence } from '../../platform/i18n/event-texts.js';
import {
  type NoteView,
  type RecordTimeline,
  TIMELINE_SUBJECTS,
  type TimelineEntry,
} from './timelines.dto.js';
import { type TimelineRecord, TimelinesQuery } from './timelines.query.js';

/** What happened to sites, publishers, contacts, prospects and relationships, in the words of who reads it. */
@Injectable()
export class TimelinesService {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelinesQuery,
    private readonly kinds: Kinds,
  ) {}

  /** Throws `timeline.not_found` for what is no such record here. */
  page(who: Principal, subject: { kind: string; id: string }, asked: ListQuery): Promise<RecordTimeline> {
    const kind = TIMELINE_SUBJECTS.find((known) => known === subject.kind);
    if (kind === undefined) throw new AppError('timeline.not_found');
    const before =
      asked.cursor === undefined ? null : cursorText(readCursor(asked.cursor, 'timeline', 1)[0], UUID_FORM);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { id } = subject;
      if (!(await this.timelines.exists(kind, id))) throw new AppError('timeline.not_found', { id });
      const events = await this.timelines.page({ kind, id }, before, asked.limit);
      const { shown, nextCursor } = pageOf(events, asked.limit, (last) => writeCursor('timeline', [last.id]));
      const total = await this.timelines.count({ kind, id });
      const items = shown.map((event) => entryOf(event, inWords(event.params, this.kinds, who.locale), who));
      return { items, nextCursor, ...totalOf(total) };
    });
  }
}

/** What an event of a pitch tells, with stages and reasons called as their kind calls them. */
function inWords(params: EventParams, kinds: Kinds, locale: Locale): EventParams {
  const kind = typeof params['pitchKind'] === 'string' ? kinds.one(params['pitchKind']) : null;
  if (kind === null) return params;
  const called = [...kind.stages, ...kind.losses].map(({ key, words }) => [key, words[locale].name] as const);
  const names = new Map<unknown, string>(called);
  const told = ['from', 'to', 'reason'].filter((name) => names.has(params[name]));
  return { ...params, ...Object.fromEntries(told.map((name) => [name, names.get(params[name])])) };
}

function entryOf(event: TimelineRecord, said: EventParams, who: Principal): TimelineEntry {
  const { noteId, noteBody, noteBy, noteAt, ...rest } = event;
  const isNote = noteId !== null && noteBody !== null && noteAt !== null;
  return {
    ...rest,
    text: eventSentence(event.kind, said, who.locale),
    note: isNote
      ? noteOf({ id: noteId, body: noteBody, writtenAt: noteAt, by: noteBy }, event.actorName, who)
      : null,
  };
}

/** A note as who reads it sees it. */
export function noteOf(
  note: { id: string; body: string; writtenAt: Date; by: string | null },
  authorName: string | null,
  who: Principal,
): NoteView {
  const mayRemove =
    may(who.role, 'manage', who.tokenScope) ||
    (note.by === who.userId && may(who.role, 'write', who.tokenScope));
  return { id: note.id, body: note.body, authorName, writtenAt: note.writtenAt, mayRemove };
}
