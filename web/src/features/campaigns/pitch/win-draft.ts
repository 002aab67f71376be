import type { components } from '../../../api/schema.generated.js';
import type { CampaignKind } from '../campaign-views.js';
import type { PitchDetail } from './pitch-api.js';

type WonWish = components['schemas']['WonWish'];
type Agreed = components['schemas']['AgreedPlacement'];
type TermSourceKind = WonWish['source']['kind'];

/** One link that was agreed, as its fields hold it. */
export interface AgreedDraft {
  readonly key: number;
  /** The page, or any address on the site while the page is not known; empty for the pitch's own site. */
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly anchor: string;
  /** A rel term, or empty where nothing was agreed. */
  readonly rel: string;
  readonly compensation: string;
  readonly dueOn: string;
  readonly durationUntil: string;
}

/** What was agreed, and where it is written. */
export interface WinDraft {
  readonly placements: readonly AgreedDraft[];
  readonly sourceKind: TermSourceKind;
  readonly reference: string;
  readonly agreedOn: string;
}

/** An empty form: one link on the pitch's site, as its kind expects it. */
export function emptyDraft(pitch: PitchDetail, kind: CampaignKind, today: string): WinDraft {
  return {
    placements: [freshLink(pitch, kind, 0)],
    sourceKind: 'note',
    reference: '',
    agreedOn: today,
  };
}

/** One more link of the same agreement. */
export function freshLink(pitch: PitchDetail, kind: CampaignKind, key: number): AgreedDraft {
  return {
    key,
    sourceUrl: '',
    targetUrl: pitch.targetPage?.url ?? '',
    anchor: '',
    rel: '',
    compensation: kind.placement.compensation,
    dueOn: '',
    durationUntil: '',
  };
}

/** The fields that must still be filled in, by their names as the server would complain of them. */
export function missingIn(draft: WinDraft, hasSite: boolean): readonly string[] {
  const links = draft.placements.flatMap(({ targetUrl, sourceUrl }, no) => [
    ...(targetUrl.trim() === '' ? [`placements.${no}.targetUrl`] : []),
    ...(sourceUrl.trim() === '' && !hasSite ? [`placements.${no}.sourceUrl`] : []),
  ]);
  return draft.reference.trim() === '' ? [...links, 'source.reference'] : links;
}

/** What is sent; fields that say nothing are left out. */
export function wishOf(draft: WinDraft, revision: number): WonWish {
  const { sourceKind, reference, agreedOn } = draft;
  return {
    revision,
    placements: draft.placements.map(agreedOf),
    source: {
      kind: sourceKind,
      reference: reference.trim(),
      ...(agreedOn === '' ? {} : { agreedOn }),
    },
  };
}

function agreedOf({ key: _, compensation, ...draft }: AgreedDraft): Agreed {
  const said = Object.entries(draft).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  return {
    ...(Object.fromEntries(said) as Agreed),
    compensation: compensation as NonNullable<Agreed['compensation']>,
  };
}
