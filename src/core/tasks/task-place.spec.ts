import { describe, expect, it } from '@jest/globals';
import { type FoundPlaces, type NamedPlace, type TaskPlace, taskPlace } from './task-place.js';

const NOWHERE: TaskPlace = {
  clientId: null,
  campaignId: null,
  pitchId: null,
  placementId: null,
  orderId: null,
  siteId: null,
};
const PITCH = { clientId: 'client', campaignId: 'campaign', siteId: 'site' };

describe('the place of a task', () => {
  it.each<[string, NamedPlace, FoundPlaces, Partial<TaskPlace>]>([
    ['is nowhere when nothing is named', {}, {}, {}],
    ['is the client that is named', { clientId: 'client' }, {}, { clientId: 'client' }],
    [
      'is what its pitch belongs to',
      { pitchId: 'pitch' },
      { pitchId: PITCH },
      { ...PITCH, pitchId: 'pitch' },
    ],
    [
      'is the placement’s pitch and campaign, too',
      { placementId: 'placement' },
      { placementId: { ...PITCH, pitchId: 'pitch' } },
      { ...PITCH, placementId: 'placement', pitchId: 'pitch' },
    ],
    [
      'can be at another site than its pitch',
      { pitchId: 'pitch', siteId: 'other' },
      { pitchId: PITCH },
      { ...PITCH, pitchId: 'pitch', siteId: 'other' },
    ],
    [
      'is the pitch’s site where pitch and placement differ',
      { pitchId: 'pitch', placementId: 'placement' },
      { pitchId: PITCH, placementId: { clientId: 'client', siteId: 'other' } },
      { ...PITCH, pitchId: 'pitch', placementId: 'placement' },
    ],
  ])('%s', (_, named, found, place) => {
    expect(taskPlace(named, found)).toEqual({ ok: true, place: { ...NOWHERE, ...place } });
  });

  it.each<[string, NamedPlace, FoundPlaces, keyof TaskPlace]>([
    ['the pitch is another client’s', { clientId: 'x', pitchId: 'p' }, { pitchId: PITCH }, 'pitchId'],
    [
      'the campaign is another client’s',
      { clientId: 'x', campaignId: 'c' },
      { campaignId: { clientId: 'y' } },
      'campaignId',
    ],
    [
      'the placement came from another pitch',
      { pitchId: 'p', placementId: 'l' },
      { pitchId: PITCH, placementId: { clientId: 'client', pitchId: 'q' } },
      'placementId',
    ],
    [
      'the order is another campaign’s',
      { campaignId: 'c', orderId: 'o' },
      { campaignId: { clientId: 'client' }, orderId: { clientId: 'client', campaignId: 'd' } },
      'orderId',
    ],
  ])('is refused where %s', (_, named, found, field) => {
    expect(taskPlace(named, found)).toEqual({ ok: false, field });
  });
});
