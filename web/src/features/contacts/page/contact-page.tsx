import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { OwnFieldsPanel } from '../../../ui/own-fields-panel.js';
import { Facts, Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { countryName, languageName } from '../../../ui/regions.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import type { ContactDetail } from '../contact-views.js';
import { contactDetail } from '../contacts-api.js';
import { AddressesPanel } from './addresses-panel.js';
import { GroundsPanel } from './grounds-panel.js';
import { MailCard } from './mail-card.js';
import { PlacesPanel } from './places-panel.js';

const route = getRouteApi('/frame/contacts/$id');

/** A contact: whether they may be mailed and why, how they are reached, where they work, what happened. */
export function ContactPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(contactDetail(id));
  useKeys([
    { keys: 'Escape', label: t.text('app.keys.backToList'), run: () => void navigate({ to: '/contacts' }) },
  ]);
  return (
    <Page>
      <PageHeader
        title={data ? titleOf(data, t.text('contacts.nameless')) : t.text('contacts.one')}
        parent={<Link to="/contacts">{t.text('contacts.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Body key={data.id} contact={data} /> : !error && <Skeleton height={280} radius="lg" />}
    </Page>
  );
}

function titleOf(contact: ContactDetail, nameless: string): string {
  return contact.name || contact.mainAddress || nameless;
}

function Body({ contact }: { readonly contact: ContactDetail }) {
  return (
    <>
      <MailCard contact={contact} />
      <div className={layout['columns']}>
        <div className={layout['main']}>
          <AddressesPanel contact={contact} />
          <GroundsPanel contact={contact} />
          <RecordTimeline
            kind="contact"
            id={contact.id}
            notesOn={{ kind: 'contact', id: contact.id }}
            showClients
          />
        </div>
        <div className={layout['aside']}>
          <PersonPanel contact={contact} />
          <PlacesPanel contact={contact} />
          <OwnFieldsPanel kind="contact" id={contact.id} />
        </div>
      </div>
    </>
  );
}

function PersonPanel({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const { language, country, hints } = contact;
  const known = (value: string | null, hint: string | null) =>
    value ?? (hint ? t.text('contacts.siteSuggests', { value: hint }) : '—');
  const rows = [
    { name: t.text('contacts.field.position'), value: contact.position || '—' },
    {
      name: t.text('contacts.field.language'),
      value: known(language && languageName(language, t), hints.language && languageName(hints.language, t)),
    },
    { name: t.text('contacts.field.form'), value: t.text(`contacts.form.${contact.formOfAddress}`) },
    {
      name: t.text('contacts.field.country'),
      value: known(country && countryName(country, t), hints.country && countryName(hints.country, t)),
    },
    { name: t.text('contacts.field.timeZone'), value: contact.timeZone ?? '—' },
    { name: t.text('contacts.field.added'), value: <RelativeTime at={contact.createdAt} /> },
    ...(contact.notes
      ? [
          {
            name: t.text('contacts.field.notes'),
            value: <p className={layout['notes']}>{contact.notes}</p>,
          },
        ]
      : []),
  ];
  return (
    <Panel title={t.text('contacts.person')}>
      <Facts rows={rows} />
    </Panel>
  );
}
