import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';
import {
  type CampaignSearch,
  type PitchSearch,
  readCampaignSearch,
  readPitchSearch,
} from './campaign-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/campaigns',
  validateSearch: (search: Record<string, unknown>): CampaignSearch => readCampaignSearch(search),
  component: lazyRouteComponent(() => import('./list/campaigns-page.js'), 'CampaignsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/campaigns/new',
  validateSearch: (search: Record<string, unknown>): { kind?: string } =>
    withoutNothing({ kind: inAddress.text(search['kind']) }),
  component: lazyRouteComponent(() => import('./guide/new-campaign-page.js'), 'NewCampaignPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/campaigns/$id',
  validateSearch: (search: Record<string, unknown>): PitchSearch => readPitchSearch(search),
  component: lazyRouteComponent(() => import('./page/campaign-page.js'), 'CampaignPage'),
});

const boardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/board',
  validateSearch: (search: Record<string, unknown>): PitchSearch => readPitchSearch(search),
  component: lazyRouteComponent(() => import('./board/own-board-page.js'), 'OwnBoardPage'),
});

const pitchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pitches/$id',
  validateSearch: (search: Record<string, unknown>): { act?: string } =>
    withoutNothing({ act: inAddress.text(search['act']) }),
  component: lazyRouteComponent(() => import('./pitch/pitch-page.js'), 'PitchPage'),
});

/** The pages of campaigns: the list, a new one, one with its pitches, all that one person works on, a pitch. */
export const campaignRoutes = [listRoute, newRoute, oneRoute, boardRoute, pitchRoute] as const;
