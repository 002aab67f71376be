import { Injectable } from '@nestjs/common';
import { type Kind, type OwnField, stageOf } from '../../../core/campaigns/kind.js';
import { Kinds } from '../../../platform/campaign-kinds/kinds.js';
import type { Locale } from '../../../platform/i18n/catalogue.js';

/** What a list says of a stage. A stage that its kind no longer has is called by its key. */
interface ShownStage {
  readonly name: string;
  readonly nextStep: string;
  readonly isWon: boolean;
  readonly stuckAfterDays: number;
}

/** A date among the own fields of a kind, as the calendar shows it. */
export interface CalendarField {
  readonly kind: string;
  readonly key: string;
  readonly what: 'deadline' | 'due' | 'end';
}

/** The words and order of stages, as lists and boards need them. */
@Injectable()
export class StageWords {
  constructor(private readonly kinds: Kinds) {}

  of(kind: string, stage: string, locale: Locale): ShownStage {
    const known = this.kinds.one(kind);
    const found = known === null ? null : stageOf(known, stage);
    if (found === null) return { name: stage, nextStep: '', isWon: false, stuckAfterDays: 0 };
    const { isWon, stuckAfterDays } = found;
    return { ...found.words[locale], isWon: isWon === true, stuckAfterDays };
  }

  /** Keys of the stages of a kind, in the order of its board; none where there is no such kind (any more). */
  stagesOf(kind: string): readonly string[] {
    return this.kinds.one(kind)?.stages.map((stage) => stage.key) ?? [];
  }

  /** Kinds in their order, those nobody knows (any more) last. */
  inOrder(kinds: readonly string[]): string[] {
    const known = this.kinds.all().map((kind) => kind.key);
    const place = (kind: string): number => (known.includes(kind) ? known.indexOf(kind) : known.length);
    return [...kinds].sort((one, other) => place(one) - place(other));
  }

  /** Days each stage of each kind takes at most, by `kind.stage`. */
  patience(): Readonly<Record<string, number>> {
    const entries = this.kinds
      .all()
      .flatMap((kind) => kind.stages.map((stage) => [`${kind.key}.${stage.key}`, stage.stuckAfterDays]));
    return Object.fromEntries(entries) as Record<string, number>;
  }

  /** The own fields of all kinds that stand on the calendar. */
  calendarFields(): CalendarField[] {
    return this.kinds
      .all()
      .flatMap((kind) => kind.fields.flatMap((field) => (isDated(field) ? [dated(kind, field)] : [])));
  }

  /** The own fields of a kind. */
  fieldsOf(kind: string): readonly OwnField[] {
    return this.kinds.one(kind)?.fields ?? [];
  }

  /** What an own field is called; its key where the kind no longer has it. */
  fieldName(kind: string, key: string, locale: Locale): string {
    return this.fieldsOf(kind).find((field) => field.key === key)?.words[locale].name ?? key;
  }
}

function isDated(field: OwnField): boolean {
  return field.type === 'date' && field.onCalendar !== undefined;
}

function dated(kind: Kind, field: OwnField): CalendarField {
  return { kind: kind.key, key: field.key, what: field.onCalendar ?? 'deadline' };
}
