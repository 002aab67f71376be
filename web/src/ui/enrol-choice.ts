import { useNavigate } from '@tanstack/react-router';
import { randomId } from '../api/client.js';

/** Which pitches are to be enrolled: named ones, all that fit a filter, or the open ones of prospects in a campaign. */
export type EnrolChoice = (
  | { readonly of: 'pitches'; readonly ids: readonly string[] }
  | { readonly of: 'pitches'; readonly filter: Readonly<Record<string, unknown>> }
  | { readonly of: 'prospects'; readonly campaignId: string; readonly ids: readonly string[] }
  | {
      readonly of: 'prospects';
      readonly campaignId: string;
      readonly filter: Readonly<Record<string, unknown>>;
    }
) & {
  /** How many were chosen, as far as the list knew. */
  readonly size: number;
};

/** So many pitches are looked at on one page, and stand in its address. */
const ON_ONE_PAGE = 20;

const keyOf = (name: string) => `linkledger-enrol-${name}`;

/** A choice that was kept on this page of the browser; null where there is none. */
export function keptChoice(name: string | undefined): EnrolChoice | null {
  const kept = name === undefined ? null : sessionStorage.getItem(keyOf(name));
  return kept === null ? null : (JSON.parse(kept) as EnrolChoice);
}

/** Leads to enrolling what was chosen: few pitches by their ids in the address, more by a choice that is kept while the browser's page is open. */
export function useEnrol(): (choice: EnrolChoice) => void {
  const navigate = useNavigate();
  return (choice) => {
    if (choice.of === 'pitches' && 'ids' in choice && choice.ids.length <= ON_ONE_PAGE) {
      void navigate({ to: '/sequences/enrol', search: { pitches: choice.ids.join(',') } });
      return;
    }
    const name = randomId();
    sessionStorage.setItem(keyOf(name), JSON.stringify(choice));
    void navigate({ to: '/sequences/enrol', search: { choice: name } });
  };
}
