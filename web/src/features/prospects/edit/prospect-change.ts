import type { CustomValue, ProspectChange, ProspectRow } from '../../../api/prospect-views.js';

type Key = keyof ProspectChange;

/** A row as it will be once a change is kept: shown at once, before the server has answered. */
export function changedRow(row: ProspectRow, change: ProspectChange, ownerName: string | null): ProspectRow {
  const { tags, topics, custom, ...plain } = change;
  return {
    ...row,
    ...plain,
    ...('ownerMemberId' in change ? { ownerName, lockUntil: null, isLockedByOther: false } : {}),
    ...(tags ? { tags: named(row.tags, tags) } : {}),
    ...(topics ? { topics: named(row.topics, topics) } : {}),
    ...(custom ? { custom: withValues(row.custom, custom) } : {}),
  };
}

/** The tags of these names; those the row had keep their ids, new ones have none yet. */
function named(before: ProspectRow['tags'], names: readonly string[]): ProspectRow['tags'] {
  return names.map((name) => before.find((one) => one.name === name) ?? { id: `new ${name}`, name });
}

function withValues(
  before: ProspectRow['custom'],
  values: NonNullable<ProspectChange['custom']>,
): ProspectRow['custom'] {
  const given = Object.entries({ ...before, ...values });
  return Object.fromEntries(given.filter((one): one is [string, CustomValue] => one[1] !== null));
}

/** The change that takes another one back: the same fields with what the row had. */
export function changeBack(row: ProspectRow, change: ProspectChange): ProspectChange {
  const back: Record<string, unknown> = {};
  for (const key of Object.keys(change) as Key[]) back[key] = valueBefore(row, key, change);
  return back;
}

function valueBefore(row: ProspectRow, key: Key, change: ProspectChange): unknown {
  if (key === 'tags' || key === 'topics') return row[key].map(({ name }) => name);
  if (key !== 'custom') return row[key];
  return Object.fromEntries(Object.keys(change.custom ?? {}).map((name) => [name, row.custom[name] ?? null]));
}

/** What differs between two forms of the editable fields: only that is sent. */
export function changeBetween(before: ProspectChange, after: ProspectChange): ProspectChange {
  const change: Record<string, unknown> = {};
  for (const key of Object.keys(after) as Key[]) {
    if (key === 'custom') continue;
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) change[key] = after[key];
  }
  const custom = Object.entries(after.custom ?? {}).filter(
    ([key, value]) => (before.custom?.[key] ?? null) !== value,
  );
  return custom.length > 0 ? { ...change, custom: Object.fromEntries(custom) } : change;
}
