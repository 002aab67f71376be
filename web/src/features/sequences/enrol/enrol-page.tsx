import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { keptChoice } from '../../../ui/enrol-choice.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import type { EnrolSearch } from '../sequence-search.js';
import { EnrolFew } from './enrol-few.js';
import { EnrolMany } from './enrol-many.js';
import { TargetFields, useTarget } from './target-fields.js';

const route = getRouteApi('/frame/sequences/enrol');

/** Enrols pitches: in which sequence, from which mailbox, with every mail and its moment to look at first; problems stand first. */
export function EnrolPage() {
  const t = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const target = useTarget(search);
  const go = (part: { [Key in keyof EnrolSearch]?: EnrolSearch[Key] | undefined }) =>
    void navigate({ search: (before) => withoutNothing({ ...before, ...part }), replace: true });
  // Another target is another look.
  const aim: typeof go = (part) => go({ ...part, check: undefined, show: undefined, code: undefined });
  const pitchIds = (search.pitches ?? '').split(',').filter((id) => id !== '');
  const choice = keptChoice(search.choice);
  const isMany = search.choice !== undefined || search.check !== undefined;
  const size = isMany ? choice?.size : pitchIds.length;
  return (
    <Page>
      <PageHeader
        title={t.text('sequences.enrollTitle')}
        note={
          size !== undefined &&
          t.text(choice?.of === 'prospects' ? 'sequences.enrollProspects' : 'sequences.enrollCount', {
            count: size,
          })
        }
        parent={<Link to="/sequences">{t.text('sequences.title')}</Link>}
      />
      <Panel>
        <TargetFields search={search} target={target} go={aim} />
      </Panel>
      {isMany ? (
        <EnrolMany key={search.check ?? ''} search={search} choice={choice} target={target} go={go} />
      ) : (
        <EnrolFew pitchIds={pitchIds} target={target} />
      )}
    </Page>
  );
}
