import { useQuery } from '@tanstack/react-query';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { placementSightings } from '../placements-api.js';
import classes from './placement.module.css';

/** Who saw the link with their own eyes, until when that counts, and the pictures that prove it. Nothing where nobody did. */
export function SightingsCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const { data } = useQuery(placementSightings(placement.id));
  const sightings = data?.items ?? [];
  if (sightings.length === 0) return null;
  return (
    <Panel title={t.text('placements.sightings.title')}>
      <ul className={classes['sightings']}>
        {sightings.map((sighting) => (
          <li key={sighting.id}>
            <span>{t.text('placements.sightings.by', { name: sighting.recordedByName ?? '' })}</span>{' '}
            <RelativeTime at={sighting.at} />
            <div className={classes['quiet']}>
              {t.text('placements.sightings.until', { day: dayInWords(sighting.countsUntil, t) })}
            </div>
            {sighting.note !== '' && <div>{sighting.note}</div>}
            {sighting.hasPicture && (
              <a href={pictureOf(sighting)} target="_blank" rel="noreferrer">
                <img
                  src={pictureOf(sighting)}
                  loading="lazy"
                  alt={t.text('placements.sightings.picture', {
                    day: dayInWords(sighting.at.slice(0, 10), t),
                  })}
                />
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function pictureOf({ placementId, id }: { readonly placementId: string; readonly id: string }): string {
  return `/api/v1/placements/${placementId}/sightings/${id}/picture`;
}
