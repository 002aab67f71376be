import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import type { Condition, PublisherDetail } from '../publisher-views.js';
import { publisherActs, refreshPublishers } from '../publishers-api.js';
import { ConditionDialog } from './condition-dialog.js';

/** What the publisher asks and allows, as it was asked on a day; what no longer holds stays in quiet, with why. */
export function ConditionsPanel({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useState(false);
  const items = publisher.conditions;
  return (
    <Panel
      title={t.text('publishers.conditions')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.text('publishers.condition.add')}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className={layout['hint']}>{t.text('publishers.condition.none')}</p>}
      {items.length > 0 && (
        <Rows label={t.text('publishers.conditions')}>
          {items.map((condition) => (
            <ConditionRow key={condition.id} condition={condition} />
          ))}
        </Rows>
      )}
      {isAdding && <ConditionDialog publisher={publisher} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** "€150 · sponsored · 600 to 1,200 words · 14 days": only what is known. */
function termsInWords(condition: Condition, t: Messages): string {
  const { priceMinor, currency, relPolicy, wordsFrom, wordsTo, turnaroundDays } = condition;
  return [
    priceMinor !== null && currency !== null ? priceInWords(priceMinor, currency, t) : null,
    relPolicy ? t.text(`words.rel.${relPolicy}`) : null,
    wordsInWords(wordsFrom, wordsTo, t),
    turnaroundDays === null ? null : t.text('publishers.condition.days', { count: turnaroundDays }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function wordsInWords(from: number | null, to: number | null, t: Messages): string | null {
  if (from !== null && to !== null) return t.text('publishers.condition.wordsBetween', { from, to });
  if (from !== null) return t.text('publishers.condition.wordsFrom', { from });
  if (to !== null) return t.text('publishers.condition.wordsTo', { to });
  return null;
}

function ConditionRow({ condition }: { readonly condition: Condition }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const queries = useQueryClient();
  const isPast = condition.outdatedAt !== null;
  const title = t.text(condition.type ? `words.type.${condition.type}` : 'publishers.condition.anyType');
  const remove = () =>
    publisherActs
      .removeCondition(condition.id)
      .then(
        () => toast(t.text('publishers.condition.removed')),
        (error: unknown) => toastProblem(t, error),
      )
      .finally(() => void refreshPublishers(queries));
  const verb = t.text('publishers.condition.remove');
  return (
    <ListRow
      title={
        <span className={`${layout['titleRow']} ${isPast ? layout['past'] : ''}`}>
          {title}
          {condition.displayHost && <span className={layout['tag']}>{condition.displayHost}</span>}
          {condition.outdatedReason && (
            <span className={layout['tag']}>
              {t.text(`publishers.condition.outdated.${condition.outdatedReason}`)}
            </span>
          )}
        </span>
      }
      note={<ConditionNote condition={condition} />}
    >
      {mayWrite && !isPast && (
        <Tooltip label={verb}>
          <ActionIcon aria-label={verb} onClick={() => void remove()}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ListRow>
  );
}

function ConditionNote({ condition }: { readonly condition: Condition }) {
  const t = useMessages();
  const { refusedTopics, notes } = condition;
  const refused =
    refusedTopics.length > 0 &&
    t.text('publishers.condition.refused', {
      topics: new Intl.ListFormat(t.locale).format(refusedTopics),
    });
  return (
    <>
      <div>{termsInWords(condition, t)}</div>
      {refused && <div>{refused}</div>}
      {notes && <p className={layout['notes']}>{notes}</p>}
      <Source condition={condition} />
    </>
  );
}

/** Who told of them: a file as of its day, or a person who asked on a day. */
function Source({ condition: { askedOn, source } }: { readonly condition: Condition }) {
  const t = useMessages();
  const day = askedOn === null ? null : dayInWords(askedOn, t);
  if (day === null) return <div>{t.text('publishers.condition.notAsked')}</div>;
  if (source === null) return <div>{t.text('publishers.condition.askedOn', { day })}</div>;
  const { fileName, importId } = source;
  if (fileName === null) return <div>{t.text('publishers.condition.fromImport', { day })}</div>;
  return (
    <div>
      <Link to="/imports/$id" params={{ id: importId }}>
        {t.text('publishers.condition.fromFile', { file: fileName, day })}
      </Link>
    </div>
  );
}
