import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/messages-provider.js';

/** The one link of an empty page: to the page of the guide that explains it. */
export function GuideLink({
  page,
}: {
  readonly page: 'start' | 'checks' | 'imports' | 'mail' | 'mailboxes' | 'api';
}) {
  const t = useMessages();
  return (
    <Link to="/guide/$page" params={{ page }}>
      {t.text('app.guide')}
    </Link>
  );
}
