import {
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
  IconLinkOff,
  type IconProps,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { FindingView, PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { placementChecks } from '../placements-api.js';
import { AnswerChips } from './answer-chips.js';
import { FindingEvidence } from './finding-evidence.js';
import { keyed } from './keyed.js';
import { metTerms } from './met-terms.js';
import classes from './placement.module.css';

const ABSENT = ['link_absent', 'page_gone'];

/** What the last check found: the three answers, every finding with its evidence and code, and what was as agreed. */
export function FindingsCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const met = metTerms(placement);
  return (
    <Panel
      title={
        <>
          {t.text('placements.found.title')} <AnswerChips placement={placement} />
        </>
      }
      aside={<CheckedLine placement={placement} />}
      flush
    >
      {placement.lastCheck === null ? (
        <p className={classes['hint']}>
          {t.text(placement.sourceUrl === null ? 'placements.found.noPage' : 'placements.found.notYet')}
        </p>
      ) : (
        <ul className={classes['findings']}>
          {keyed(placement.findings).map(({ key, item }) => (
            <Finding key={key} finding={item} />
          ))}
          {met.map(({ term, value }) => (
            <Line key={term} icon={IconCircleCheck} tone="live" code={term}>
              <b>{t.text(`placements.met.${term}`, { value: sayValue(t, term, value) })}</b>
            </Line>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function sayValue(t: ReturnType<typeof useMessages>, term: string, value: string): string {
  const key = `words.${term}.${value}`;
  return t.has(key) ? t.text(key) : value;
}

/** "checked 2 h ago · 318 ms · status 200": how the last check went. */
function CheckedLine({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const { data } = useInfiniteQuery(placementChecks(placement.id));
  const { lastCheck } = placement;
  if (!lastCheck) return null;
  const check = data?.pages[0]?.items.find((one) => one.id === lastCheck.id);
  return (
    <span>
      {t.rich('placements.found.checked', {
        time: <RelativeTime at={lastCheck.at} />,
        took: check?.durationMs ?? -1,
        status: lastCheck.pageStatus ?? -1,
      })}
    </span>
  );
}

function Finding({ finding }: { readonly finding: FindingView }) {
  const isAbsent = ABSENT.includes(finding.code);
  const icon = finding.severity === 'info' ? IconInfoCircle : isAbsent ? IconLinkOff : IconAlertTriangle;
  const tone = finding.severity === 'info' ? 'quiet' : isAbsent ? 'removed' : 'differs';
  return (
    <Line icon={icon} tone={tone} code={finding.code} severity={finding.severity}>
      <b>{finding.message}</b>
      <FindingEvidence finding={finding} />
    </Line>
  );
}

interface LineProps {
  readonly icon: ComponentType<IconProps>;
  readonly tone: string;
  readonly code: string;
  readonly severity?: FindingView['severity'];
  readonly children: React.ReactNode;
}

function Line({ icon: Icon, tone, code, severity, children }: LineProps) {
  const t = useMessages();
  return (
    <li className={classes['finding']}>
      <span className={classes['findingIcon']} data-tone={tone}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {severity && <span className="only-read">{t.text(`placements.severity.${severity}`)}</span>}
      </span>
      <div className={classes['findingText']}>{children}</div>
      <code className={classes['code']}>{code}</code>
    </li>
  );
}
