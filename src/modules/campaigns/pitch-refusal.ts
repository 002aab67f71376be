import { type Kind, type KindLocale, PITCH_NEEDS, stageOf } from '../../core/campaigns/kind.js';
import type { MoveDecision } from '../../core/campaigns/pitch.js';
import { AppError, type ErrorParams } from '../../platform/errors/app-error.js';
import { pitchNeeds as englishNeeds } from '../../platform/i18n/en/pitch-needs.js';
import { pitchNeeds as dutchNeeds } from '../../platform/i18n/nl/pitch-needs.js';

const NEEDS = { en: englishNeeds, nl: dutchNeeds } as const;

export type Refused = Extract<MoveDecision, { ok: false }>;

/** A refused move as a refusal to the caller; `names` says in words what its params name by keys. */
export function pitchRefusal(refused: Refused, kind: Kind, locale: KindLocale): AppError {
  return new AppError(refused.code, refusalParams(refused, kind, locale));
}

/** The params of a refused move, with `names`: missing fields, or the stages that are allowed, in words. */
export function refusalParams({ params }: Refused, kind: Kind, locale: KindLocale): ErrorParams {
  const { missing, allowed } = params;
  if (Array.isArray(missing))
    return {
      ...params,
      names: missing.map((key: string) => `“${fieldName(kind, key, locale)}”`).join(', '),
    };
  if (Array.isArray(allowed))
    return { ...params, names: allowed.map((key: string) => `“${stageName(kind, key, locale)}”`).join(', ') };
  return params;
}

/** What a stage is called; its key where the kind no longer has it. */
export function stageName(kind: Kind, key: string, locale: KindLocale): string {
  return stageOf(kind, key)?.words[locale].name ?? key;
}

function fieldName(kind: Kind, key: string, locale: KindLocale): string {
  const need = PITCH_NEEDS.find((known) => known === key);
  if (need !== undefined) return NEEDS[locale][need];
  return kind.fields.find((field) => field.key === key)?.words[locale].name ?? key;
}
