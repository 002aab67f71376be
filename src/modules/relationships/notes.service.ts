import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { NotesRepository } from './notes.repository.js';
import type { NewNote, NoteView } from './timelines.dto.js';
import { noteOf } from './timelines.service.js';

/** Notes on records. Their words are kept apart from events, so that they can be removed. */
@Injectable()
export class NotesService {
  constructor(
    private readonly database: Database,
    private readonly notes: NotesRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `note.subject_not_found`. */
  write(who: Principal, wish: NewNote): Promise<NoteView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const about = await this.notes.about(wish.subjectKind, wish.subjectId);
      if (about === null) throw new AppError('note.subject_not_found', { id: wish.subjectId });
      const { subjectKind, subjectId, clientId, subjects } = about;
      const writtenAt = this.clock.now();
      const note = { id: newId(writtenAt), subjectKind, subjectId, clientId, body: wish.body.trim() };
      await this.notes.insert({ ...note, writtenBy: who.userId, writtenAt });
      await this.events.record({ kind: 'note.written', clientId, subjects, params: { noteId: note.id } });
      return noteOf({ ...note, writtenAt, by: who.userId }, null, who);
    });
  }

  /** Throws `note.not_found`; `note.not_yours` for somebody else's, unless a manager removes it. */
  remove(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const note = await this.notes.lock(id);
      if (note === null) throw new AppError('note.not_found', { id });
      if (note.writtenBy !== who.userId && !may(who.role, 'manage', who.tokenScope))
        throw new AppError('note.not_yours');
      await this.notes.archive(id, this.clock.now());
      const about = await this.notes.about(note.subjectKind, note.subjectId);
      if (about !== null)
        await this.events.record({
          kind: 'note.removed',
          clientId: about.clientId,
          subjects: about.subjects,
          params: { noteId: id },
        });
    });
  }
}
