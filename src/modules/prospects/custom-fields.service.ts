import { Injectable } from '@nestjs/common';
import { type CustomRecord, fieldKeyOf } from '../../core/prospects/custom-field.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type {
  CustomFieldChange,
  CustomFieldList,
  CustomFieldView,
  NewCustomField,
} from './custom-fields.dto.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';

/** Fields of one kind of record: more would make lists nobody can read. */
const MOST = 50;

/** Fields a team makes for itself. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly database: Database,
    private readonly fields: CustomFieldsRepository,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, recordKind?: CustomRecord): Promise<CustomFieldList> {
    return this.database.inWorkspace(scope, async () => ({
      items: await this.fields.list(recordKind ?? null),
    }));
  }

  /**
   * Makes a field. One that was archived under the same key and is of the same type comes back with its values. Throws
   * `custom_field.exists`, `custom_field.too_many`, or `request.invalid` where a choice has nothing to choose from.
   */
  add(scope: WorkspaceScope, wish: NewCustomField): Promise<CustomFieldView> {
    return this.database.inWorkspace(scope, async () => {
      const { length: position } = await this.fields.list(wish.recordKind);
      if (position >= MOST) throw new AppError('custom_field.too_many', { most: MOST });
      const field: CustomFieldView = {
        id: newId(),
        recordKind: wish.recordKind,
        fieldKey: wish.fieldKey ?? keyFrom(wish.name),
        name: wish.name.trim(),
        type: wish.type,
        choices: choicesOf(wish),
        position,
        archivedAt: null,
      };
      const old = await this.fields.byKey(field.recordKind, field.fieldKey);
      if (old === null) return this.insert(field);
      if (old.archivedAt === null || old.type !== field.type) {
        throw new AppError('custom_field.exists', { id: old.id });
      }
      return this.update({ ...field, id: old.id });
    });
  }

  /** Throws `custom_field.not_found`. */
  change(scope: WorkspaceScope, id: string, wish: CustomFieldChange): Promise<CustomFieldView> {
    return this.database.inWorkspace(scope, async () => {
      const field = await this.get(id);
      const choices = wish.choices ?? field.choices;
      return this.update({
        ...field,
        name: wish.name?.trim() ?? field.name,
        choices: choicesOf({ type: field.type, choices }),
        position: wish.position ?? field.position,
      });
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<CustomFieldView> {
    return this.database.inWorkspace(scope, async () => {
      const field = await this.get(id);
      return field.archivedAt === null ? this.update({ ...field, archivedAt: this.clock.now() }) : field;
    });
  }

  private async insert(field: CustomFieldView): Promise<CustomFieldView> {
    if (!(await this.fields.insert(field, this.clock.now()))) throw new AppError('custom_field.exists');
    return field;
  }

  private async update(field: CustomFieldView): Promise<CustomFieldView> {
    await this.fields.update(field);
    return field;
  }

  private async get(id: string): Promise<CustomFieldView> {
    const field = await this.fields.find(id);
    if (field === null) throw new AppError('custom_field.not_found', { id });
    return field;
  }
}

function keyFrom(name: string): string {
  const key = fieldKeyOf(name);
  if (key !== null) return key;
  throw refused('fieldKey', 'needed', 'the name has no letters a key could be made of');
}

function choicesOf({ type, choices = [] }: Pick<NewCustomField, 'type' | 'choices'>): string[] {
  if (type !== 'choice') return [];
  if (choices.length > 0) return choices.map((choice) => choice.trim());
  throw refused('choices', 'array_not_empty', 'say what may be chosen');
}

function refused(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
