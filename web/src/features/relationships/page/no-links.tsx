import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import { addressInWords } from '../../../ui/address-text.js';
import { ReadOwnSite } from '../crawl/read-own-site.js';
import type { LinkDirection, RelationshipDetail } from '../relationship-views.js';
import classes from '../relationships.module.css';

interface Props {
  readonly relationship: RelationshipDetail;
  readonly direction: LinkDirection;
}

/** No link is known: said as it is, with what would make it known. */
export function NoLinks({ relationship, direction }: Props) {
  return (
    <div className={classes['unknown']}>
      {direction === 'to_them' ? <NoneOfOurs relationship={relationship} /> : <NoneOfTheirs />}
    </div>
  );
}

function NoneOfOurs({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { arrows, brandHomeUrl, brandId, displayHost } = relationship;
  const site = addressInWords(brandHomeUrl);
  return (
    <>
      <p>
        {arrows.toThemAsOf
          ? t.text('relationships.unknown.ourSiteRead', {
              site,
              host: displayHost,
              time: exactTime(new Date(arrows.toThemAsOf), t),
            })
          : t.text('relationships.unknown.ourSite', { site })}
      </p>
      {mayWrite && <ReadOwnSite brandId={brandId} />}
      <Link to="/brands/$brandId/own-site" params={{ brandId }}>
        {t.text('relationships.crawl.open')}
      </Link>
    </>
  );
}

function NoneOfTheirs() {
  const t = useMessages();
  return (
    <>
      <p>{t.text('relationships.unknown.theirs')}</p>
      <ImportLinks />
    </>
  );
}

/** The way to name the pages that link: an import of links. */
export function ImportLinks() {
  const t = useMessages();
  const mayWrite = useMay('write');
  if (!mayWrite) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
      renderRoot={(props) => <Link to="/imports/new" {...props} />}
    >
      {t.text('relationships.importLinks')}
    </Button>
  );
}
