import type { components } from '../../../api/schema.generated.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { AddressLink } from '../../../ui/address-link.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from './today.module.css';

type List = components['schemas']['MailWaitingList'];

/** Where the whole of a list is. */
const ALL_OF: Readonly<Record<List['key'], string>> = {
  doubts: '/outbox?state=doubt',
  to_answer: '/inbox',
  held: '/outbox?state=held',
  mailboxes_paused: '/settings/mailboxes',
};

interface Props {
  readonly list: List;
  /** Place of the first row among the rows of all lists, for the keyboard. */
  readonly firstIndex: number;
}

/** Mail that waits for a person: what it is about, since when, and the way to where it is worked on. */
export function MailWaitingList({ list, firstIndex }: Props) {
  const t = useMessages();
  const title = t.text(`alerts.mail.${list.key}`);
  return (
    <Panel
      flush
      title={
        <>
          {title} <span className={classes['total']}>{list.total}</span>
        </>
      }
      aside={
        <AddressLink
          address={ALL_OF[list.key]}
          label={t.text('alerts.today.allOf', { total: list.total, list: title })}
        >
          {t.text('alerts.today.all', { total: list.total })}
        </AddressLink>
      }
    >
      <p className={classes['why']}>{t.text(`alerts.mail.${list.key}.why`)}</p>
      <ul className={classes['rows']} aria-label={title}>
        {list.items.map((item, index) => (
          <li
            key={item.id}
            className={`${classes['row']} ${classes['dayRow']}`}
            data-index={firstIndex + index}
          >
            <span data-row-head className={classes['head']}>
              <AddressLink address={item.address} className={classes['open']}>
                <b>{item.title}</b>
                {item.detail && <span className={classes['detail']}>{item.detail}</span>}
              </AddressLink>
            </span>
            <span className={classes['brand']}>{item.place}</span>
            <span className={classes['state']}>{stateWords(list.key, item.state, t)}</span>
            <span className={classes['since']}>{item.at && <RelativeTime at={item.at} />}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the mail was taken for, or the short word for why it is held; a code nobody has words for is left out. */
function stateWords(
  list: List['key'],
  state: string | null,
  t: ReturnType<typeof useMessages>,
): string | null {
  if (state === null) return null;
  const key = list === 'to_answer' ? `inbox.kind.${state}` : `alerts.mail.reason.${state}`;
  return t.has(key) ? t.text(key) : null;
}
