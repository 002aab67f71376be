import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useServiceKey } from '../../../api/outside-services.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { SearchHeader } from './search-header.js';
import { WebSearch } from './web-search.js';

/** Prospects found by searching the web with the team's own key. Without one it says where to set it, and who may. */
export function SearchPage() {
  const mayWrite = useMay('write');
  const hasKey = useServiceKey('search');
  return (
    <Page fill>
      {mayWrite && hasKey === true ? (
        <WebSearch />
      ) : (
        <>
          <SearchHeader />
          <Closed mayWrite={mayWrite} isKnown={hasKey !== undefined} />
        </>
      )}
    </Page>
  );
}

function Closed({ mayWrite, isKnown }: { readonly mayWrite: boolean; readonly isKnown: boolean }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  if (!mayWrite) return <EmptyState sentence={t.text('prospects.found.viewer')} />;
  if (!isKnown) return <Skeleton height={200} radius="lg" />;
  return (
    <EmptyState
      sentence={t.text(mayManage ? 'prospects.found.noKey' : 'prospects.found.noKeyAsk')}
      action={
        mayManage && (
          <Button renderRoot={(props) => <Link to="/settings/services" {...props} />}>
            {t.text('prospects.found.setKey')}
          </Button>
        )
      }
    />
  );
}
