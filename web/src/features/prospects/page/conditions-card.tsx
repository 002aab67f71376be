import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProspectDetail, SiteCondition } from '../../../api/prospect-views.js';
import { formatTag, type Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import classes from '../prospects.module.css';
import { siteConditions } from '../site-api.js';

/** What the site asks and allows, as it was told on a day; answers that no longer hold say so. */
export function ConditionsCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const { data } = useQuery(siteConditions(prospect.siteId));
  const conditions = data ?? [];
  return (
    <Panel title={t.text('prospects.conditions.title')} flush>
      {data && conditions.length === 0 && (
        <p className={classes['hint']}>{t.text('prospects.conditions.none')}</p>
      )}
      {conditions.length > 0 && (
        <ul className={classes['list']}>
          {conditions.map((condition) => (
            <Condition key={condition.id} condition={condition} />
          ))}
        </ul>
      )}
      {prospect.publisher && (
        <p className={classes['hint']}>
          <Link to="/publishers/$id" params={{ id: prospect.publisher.id }}>
            {t.text('prospects.conditions.atPublisher', { name: prospect.publisher.name })}
          </Link>
        </p>
      )}
    </Panel>
  );
}

function Condition({ condition }: { readonly condition: SiteCondition }) {
  const t = useMessages();
  const { type, outdatedAt, outdatedReason, notes } = condition;
  const told = toldOf(condition, t);
  return (
    <li>
      <div className={classes['lineTop']}>
        <span className={classes['lineTitle']}>
          {type === null ? t.text('prospects.conditions.anyType') : wordOf(`words.type.${type}`, type, t)}
        </span>
        {outdatedAt !== null && (
          <span className={classes['badge']} data-status="warn">
            {t.text(
              outdatedReason === 'new_owner'
                ? 'prospects.conditions.outdatedOwner'
                : 'prospects.conditions.outdated',
            )}
          </span>
        )}
      </div>
      <div>{termsOf(condition, t)}</div>
      {notes !== '' && <div className={classes['quiet']}>{notes}</div>}
      {told !== '' && <div className={classes['quiet']}>{told}</div>}
    </li>
  );
}

/** Who asks it, and when it was asked or which file told of it. */
function toldOf({ publisherName, askedOn, source }: SiteCondition, t: Messages): string {
  const by = publisherName === null ? '' : t.text('prospects.conditions.askedBy', { name: publisherName });
  if (askedOn === null) return by;
  const day = dayInWords(askedOn, t);
  if (source === null)
    return [by, t.text('prospects.conditions.askedOn', { day })].filter(Boolean).join(' · ');
  const from =
    source.fileName === null
      ? t.text('prospects.conditions.fromImport', { day })
      : t.text('prospects.conditions.fromFile', { file: source.fileName, day });
  return [by, from].filter(Boolean).join(' · ');
}

function termsOf(condition: SiteCondition, t: Messages): string {
  const { priceMinor, currency, relPolicy, wordsFrom, wordsTo, turnaroundDays, refusedTopics } = condition;
  const parts = [
    priceMinor !== null && currency !== null ? priceOf(priceMinor, currency, t) : '',
    relPolicy === null ? '' : wordOf(`words.rel.${relPolicy}`, relPolicy, t),
    wordsFrom === null && wordsTo === null
      ? ''
      : t.text('prospects.conditions.words', { from: wordsFrom ?? 0, to: wordsTo ?? -1 }),
    turnaroundDays === null ? '' : t.text('prospects.conditions.days', { count: turnaroundDays }),
    refusedTopics.length === 0
      ? ''
      : t.text('prospects.conditions.refused', {
          topics: new Intl.ListFormat(formatTag(t.locale)).format(refusedTopics),
        }),
  ];
  return parts.filter(Boolean).join(' · ') || '—';
}

/** A price in its own currency; the smallest unit is what that currency says it is (cents, or none for the yen). */
function priceOf(minor: number, currency: string, t: Messages): string {
  const format = new Intl.NumberFormat(formatTag(t.locale), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

function wordOf(key: string, code: string, t: Messages): string {
  return t.has(key) ? t.text(key) : code;
}
