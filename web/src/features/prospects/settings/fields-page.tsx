import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { OwnFieldsPanel } from './own-fields-panel.js';
import { TagsPanel } from './tags-panel.js';

/** What a team adds to the words of the program: fields of its own, tags and topics. */
export function FieldsPage() {
  const t = useMessages();
  return (
    <Page narrow>
      <PageHeader title={t.text('prospects.settings.fields')} />
      <OwnFieldsPanel />
      <TagsPanel kind="tag" />
      <TagsPanel kind="topic" />
    </Page>
  );
}
