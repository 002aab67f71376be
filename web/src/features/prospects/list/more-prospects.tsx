import { Button } from '@mantine/core';
import { IconUpload, IconWorldSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';

/** The ways to many prospects at once: a file, and a search of the web. */
export function MoreProspects() {
  const t = useMessages();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
        renderRoot={(props) => <Link to="/imports/new" {...props} />}
      >
        {t.text('prospects.import')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconWorldSearch size={16} stroke={1.75} aria-hidden />}
        renderRoot={(props) => <Link to="/prospects/search" {...props} />}
      >
        {t.text('prospects.found.open')}
      </Button>
    </>
  );
}
