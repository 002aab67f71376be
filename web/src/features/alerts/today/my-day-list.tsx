import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { PlacementState } from '../../../api/placement-words.js';
import type { components } from '../../../api/schema.generated.js';
import { useMay } from '../../../app/session/session.js';
import type { MessageKey } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { countInWords, dayInWords } from '../../../i18n/times.js';
import { AddressLink } from '../../../ui/address-link.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge } from '../../../ui/state-badge.js';
import classes from './today.module.css';

type List = components['schemas']['MyDayList'];
type Item = components['schemas']['MyDayItem'];

interface Props {
  readonly list: List;
  /** Place of the first row among the rows of all lists, for the keyboard. */
  readonly firstIndex: number;
  readonly onDone: (item: Item) => void;
}

/** One list of what waits for whoever looks: rows to work through, and the way to the whole list. */
export function MyDayList({ list, firstIndex, onDone }: Props) {
  const t = useMessages();
  const total = countInWords(list.total, list.totalIsExact, t);
  const title = t.text(`team.day.${list.key}`);
  return (
    <Panel
      flush
      title={
        <>
          {title} <span className={classes['total']}>{total}</span>
        </>
      }
      aside={
        <AddressLink address={list.address} label={t.text('alerts.today.allOf', { total, list: title })}>
          {t.text('alerts.today.all', { total })}
        </AddressLink>
      }
    >
      <ul className={classes['rows']} aria-label={title}>
        {list.items.map((item, index) => (
          <MyDayRow key={item.id} list={list} item={item} index={firstIndex + index} onDone={onDone} />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps extends Omit<Props, 'firstIndex'> {
  readonly item: Item;
  readonly index: number;
}

function MyDayRow({ list, item, index, onDone }: RowProps) {
  const t = useMessages();
  const mayWrite = useMay('write');
  // The state of an overdue placement says so already.
  const isLate = item.isOverdue && list.key !== 'overdue';
  return (
    <li className={`${classes['row']} ${classes['dayRow']}`} data-index={index}>
      <span data-row-head className={classes['head']}>
        <AddressLink address={item.address} className={classes['open']}>
          <b>{item.title}</b>
          {item.detail && <span className={classes['detail']}>{item.detail}</span>}
        </AddressLink>
      </span>
      <span className={classes['brand']}>{item.place}</span>
      <span className={classes['state']}>
        <ItemState list={list} item={item} />
      </span>
      <span className={classes['since']} data-late={isLate || undefined}>
        {item.dueOn
          ? t.text(isLate ? 'team.day.late' : 'team.day.due', { day: dayInWords(item.dueOn, t) })
          : item.at && <RelativeTime at={item.at} />}
      </span>
      {list.key === 'tasks' && mayWrite && (
        <Tooltip label={t.text('team.day.done')}>
          <ActionIcon
            variant="subtle"
            size={28}
            className={classes['done']}
            aria-label={`${t.text('team.day.done')}: ${item.title}`}
            onClick={() => onDone(item)}
          >
            <IconCheck size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

/** Where the words of a state are, by the list it stands in. */
const WORDS: Readonly<Partial<Record<List['key'], string>>> = {
  approvals: 'approvals.state',
  reclamations: 'reclaims.state',
};

function ItemState({ list, item }: { readonly list: List; readonly item: Item }) {
  const t = useMessages();
  const { state, amountMinor, currency } = item;
  if (amountMinor !== null && currency !== null) return priceInWords(amountMinor, currency, t);
  if (state === null) return null;
  if (list.key === 'worse' || list.key === 'overdue')
    return <StateBadge state={state as PlacementState} overdue={list.key === 'overdue'} />;
  const words = WORDS[list.key];
  return words === undefined ? null : t.text(`${words}.${state}` as MessageKey);
}
