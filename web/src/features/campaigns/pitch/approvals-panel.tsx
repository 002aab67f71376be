import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { query } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ApprovalBadge } from '../../../ui/approval-badge.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { APPROVAL_SUBJECTS, type ApprovalSubject, type CampaignKind } from '../campaign-views.js';
import type { PitchDetail } from './pitch-api.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind | undefined;
}

/** What the client is asked on the way of a pitch: each subject with where its question stands, and the way to ask. */
export function ApprovalsPanel({ pitch, kind }: Props) {
  const t = useMessages();
  const needed = new Set(kind?.stages.map(({ needsApproval }) => needsApproval));
  const subjects = APPROVAL_SUBJECTS.filter(
    (subject) => needed.has(subject) || pitch.approvalStates[subject] !== undefined,
  );
  if (subjects.length === 0) return null;
  return (
    <Panel title={t.text('app.nav.approvals')} flush>
      <Rows label={t.text('app.nav.approvals')}>
        {subjects.map((subject) => (
          <Subject key={subject} pitch={pitch} subject={subject} />
        ))}
      </Rows>
    </Panel>
  );
}

interface SubjectProps {
  readonly pitch: PitchDetail;
  readonly subject: ApprovalSubject;
}

function Subject({ pitch, subject }: SubjectProps) {
  const t = useMessages();
  const wasAsked = pitch.approvalStates[subject] !== undefined;
  const asked = query.useQuery(
    'get',
    '/api/v1/approvals',
    { params: { query: { pitchId: pitch.id, limit: 20 } } },
    { enabled: wasAsked },
  );
  const newest = asked.data?.items.find((one) => one.subject === subject);
  const isOpen = pitch.status !== 'closed' && pitch.archivedAt === null;
  const mayAsk = useMay('write') && isOpen && newest?.state !== 'asked' && newest?.state !== 'accepted';
  const verb = t.text(newest ? 'campaigns.pitch.askAgain' : 'campaigns.pitch.askClient');
  const name = t.text(`campaigns.pitch.approval.${subject}`);
  return (
    <ListRow
      title={
        newest ? (
          <Link to="/approvals/$approvalId" params={{ approvalId: newest.id }}>
            {name}
          </Link>
        ) : (
          name
        )
      }
      note={newest?.reason}
    >
      {newest && <ApprovalBadge state={newest.state} />}
      {mayAsk && !asked.isLoading && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${verb}: ${t.text(`approvals.subject.${subject}`)}`}
          renderRoot={(props) => <Link to="/approvals" search={{ ask: pitch.id, subject }} {...props} />}
        >
          {verb}
        </Button>
      )}
    </ListRow>
  );
}
