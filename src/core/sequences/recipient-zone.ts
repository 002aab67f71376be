import { isTimeZone } from '../access/day-end.js';

/** Countries whose people keep one time, by ISO 3166-1; those with several zones are not here. */
const ZONES: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  LU: 'Europe/Luxembourg',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
  ZA: 'Africa/Johannesburg',
};

/** The zone a recipient lives by: the one that is known of them, else that of their country; null where it could not be told. */
export function recipientZone(zone: string | null, country: string | null): string | null {
  if (zone !== null && isTimeZone(zone)) return zone;
  if (country === null) return null;
  return Object.hasOwn(ZONES, country) ? (ZONES[country] ?? null) : null;
}
