import { Button, Group, Radio, Skeleton, Stack } from '@mantine/core';
import { IconArrowsLeftRight, IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toastProblem, toastWithUndo } from '../../ui/undo-toast.js';
import { FieldValue } from './field-value.js';
import classes from './merges.module.css';
import { acts, type MergeChoice, type MergeField, type MergePreview, previewQuery } from './merges-api.js';
import { useRefreshRecords } from './use-refresh-records.js';

const route = getRouteApi('/frame/doubles/compare');

/** Two records side by side: which stays, which value of each field, and what moves. */
export function ComparePage() {
  const t = useMessages();
  const pair = route.useSearch();
  const preview = useQuery(previewQuery(pair));
  const parent = (
    <Link to="/doubles" search={{ kind: pair.kind }}>
      {t.text('merges.title')}
    </Link>
  );
  return (
    <Page>
      <PageHeader title={t.text('merges.compareTitle')} parent={parent} />
      <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />
      {preview.isPending && <Skeleton h={320} />}
      {preview.data && <SideBySide key={preview.data.kept.id} preview={preview.data} />}
    </Page>
  );
}

function SideBySide({ preview }: { readonly preview: MergePreview }) {
  const t = useMessages();
  const [choices, setChoices] = useState<Record<string, MergeChoice>>({});
  const choose = (field: string, choice: MergeChoice) => setChoices({ ...choices, [field]: choice });
  const { kept, other, kind } = preview;
  return (
    <>
      <p className={classes['sentence']}>
        {t.text('merges.sentence', { other: other.label, kept: kept.label })}
      </p>
      <Panel flush>
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t.text('merges.field')}</th>
                <th scope="col">{t.text('merges.stays', { name: kept.label })}</th>
                <th scope="col">{t.text('merges.goes', { name: other.label })}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t.text('merges.since')}</th>
                <td>
                  <RelativeTime at={kept.createdAt} />
                </td>
                <td>
                  <RelativeTime at={other.createdAt} />
                </td>
              </tr>
              {preview.fields
                .filter(({ kept: mine, other: theirs }) => !isNothing(mine) || !isNothing(theirs))
                .map((field) => (
                  <FieldRow
                    key={field.field}
                    field={field}
                    choice={choices[field.field] ?? field.proposed}
                    onChoose={(choice) => choose(field.field, choice)}
                  />
                ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title={t.text('merges.moves')}>
        {preview.moves.length === 0 && <p>{t.text('merges.movesNothing')}</p>}
        <ul className={classes['moves']}>
          {preview.moves.map(({ word, count }) => (
            <li key={word}>
              {t.has(`merges.move.${word}`)
                ? t.text(`merges.move.${word}` as 'merges.move.notes', { count })
                : word}
            </li>
          ))}
        </ul>
      </Panel>
      <MergeActs kind={kind} preview={preview} choices={choices} />
    </>
  );
}

function isNothing(value: string | null): boolean {
  return value === null || value === '' || value === 'unknown';
}

function MergeActs({
  kind,
  preview,
  choices,
}: {
  readonly kind: MergePreview['kind'];
  readonly preview: MergePreview;
  readonly choices: Record<string, MergeChoice>;
}) {
  const t = useMessages();
  const navigate = useNavigate();
  const refresh = useRefreshRecords();
  const [isBusy, setBusy] = useState(false);
  const { kept, other } = preview;
  const merge = async () => {
    setBusy(true);
    try {
      const { data } = await acts.merge({ kind, keptId: kept.id, otherId: other.id, choices });
      if (data) {
        const takeBack = () => acts.undo(data.id).finally(refresh);
        toastWithUndo(t, t.text('merges.merged', { other: other.label, kept: kept.label }), takeBack);
      }
      await navigate({ to: '/doubles', search: { kind } });
      await refresh();
    } catch (error) {
      toastProblem(t, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group justify="flex-end" gap="sm">
      <Button
        variant="default"
        leftSection={<IconArrowsLeftRight size={16} stroke={1.75} aria-hidden />}
        renderRoot={(props) => (
          <Link
            to="/doubles/compare"
            search={{ kind, keptId: other.id, otherId: kept.id }}
            replace
            {...props}
          />
        )}
      >
        {t.text('merges.swap')}
      </Button>
      <Button
        leftSection={<IconGitMerge size={16} stroke={1.75} aria-hidden />}
        loading={isBusy}
        onClick={() => void merge()}
      >
        {t.text('merges.merge')}
      </Button>
    </Group>
  );
}

interface FieldProps {
  readonly field: MergeField;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function FieldRow({ field, choice, onChoose }: FieldProps) {
  const t = useMessages();
  const name = t.has(`merges.fields.${field.field}`)
    ? t.text(`merges.fields.${field.field}` as 'merges.fields.name')
    : field.field;
  const side = (value: string | null, mine: MergeChoice) =>
    field.differs ? (
      <Radio
        name={field.field}
        label={<FieldValue field={field.field} value={value} />}
        checked={choice === mine}
        onChange={() => onChoose(mine)}
      />
    ) : (
      <FieldValue field={field.field} value={value} />
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Stack gap={4}>
          {side(field.kept, 'kept')}
          {field.differs && field.mayBeBoth && (
            <Radio
              name={field.field}
              label={t.text('merges.both')}
              checked={choice === 'both'}
              onChange={() => onChoose('both')}
            />
          )}
        </Stack>
      </td>
      <td>{side(field.other, 'other')}</td>
    </tr>
  );
}
