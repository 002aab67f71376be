import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import classes from './guide.module.css';
import { GUIDE_PAGES } from './guide-pages.js';

const route = getRouteApi('/frame/guide/$page');

/** The guide: one short page per question, in the reader's language. */
export function GuidePage() {
  const t = useMessages();
  const { page } = route.useParams();
  const shown = GUIDE_PAGES.find((one) => one === page) ?? 'start';
  return (
    <Page narrow>
      <PageHeader title={t.text(`guide.${shown}.title`)} parent={t.text('guide.title')} />
      <Panel>
        <div className={classes['text']}>
          {t
            .text(`guide.${shown}.text`)
            .split('\n\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          {shown === 'api' && <a href="/api/openapi.json">/api/openapi.json</a>}
        </div>
      </Panel>
      <nav aria-label={t.text('guide.title')} className={classes['pages']}>
        {GUIDE_PAGES.map((one) => (
          <Link key={one} to="/guide/$page" params={{ page: one }}>
            {t.text(`guide.${one}.title`)}
          </Link>
        ))}
      </nav>
    </Page>
  );
}
