import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArchive, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnField } from '../../../api/prospect-views.js';
import { RECORD_KINDS } from '../../../api/prospect-words.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import classes from '../prospects.module.css';
import { prospectKeys } from '../prospects-api.js';
import { OwnFieldDialog } from './own-field-dialog.js';
import { allOwnFields, settingsActs } from './settings-api.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The fields a team keeps of its own, by the records that have them, in the order they are shown. */
export function OwnFieldsPanel() {
  const t = useMessages();
  const mayManage = useMay('manage');
  const list = useQuery(allOwnFields);
  const [dialog, setDialog] = useState<'new' | OwnField | null>(null);
  const fields = (list.data ?? []).filter(({ archivedAt }) => archivedAt === null);
  return (
    <Panel
      title={t.text('prospects.fields.title')}
      flush
      aside={
        mayManage && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus {...ICON} />}
            onClick={() => setDialog('new')}
          >
            {t.text('prospects.fields.add')}
          </Button>
        )
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={44} m="md" w="auto" />}
      {list.data && fields.length === 0 && (
        <p className={classes['hint']}>{t.text('prospects.fields.none')}</p>
      )}
      {RECORD_KINDS.map((kind) => {
        const own = fields.filter(({ recordKind }) => recordKind === kind);
        return own.length === 0 ? null : (
          <Rows key={kind} label={t.text(`prospects.fields.of.${kind}`)}>
            {own.map((field, index) => (
              <FieldRow
                key={field.id}
                field={field}
                above={own[index - 1]}
                onEdit={mayManage ? () => setDialog(field) : null}
              />
            ))}
          </Rows>
        );
      })}
      {dialog && <OwnFieldDialog field={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />}
    </Panel>
  );
}

interface RowProps {
  readonly field: OwnField;
  /** The field that stands before it, if any. */
  readonly above: OwnField | undefined;
  /** Null when the reader may not change fields. */
  readonly onEdit: (() => void) | null;
}

function FieldRow({ field, above, onEdit }: RowProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: prospectKeys.fields });
  const moveUp = async () => {
    if (!above) return;
    try {
      await settingsActs.changeField(field.id, { position: above.position });
      await settingsActs.changeField(above.id, { position: above.position + 1 });
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  const note = t.text('prospects.fields.note', {
    kind: t.text(`prospects.fields.of.${field.recordKind}`),
    type: t.text(`prospects.fields.type.${field.type}`),
    key: field.fieldKey,
  });
  const label = (verb: 'up' | 'edit' | 'archive') => t.text(`prospects.fields.${verb}`, { name: field.name });
  return (
    <ListRow title={field.name} note={note}>
      {onEdit && (
        <>
          {above && (
            <ActionIcon aria-label={label('up')} onClick={() => void moveUp()}>
              <IconArrowUp {...ICON} />
            </ActionIcon>
          )}
          <ActionIcon aria-label={label('edit')} onClick={onEdit}>
            <IconPencil {...ICON} />
          </ActionIcon>
          <ActionIcon aria-label={label('archive')} onClick={() => setAsking(true)}>
            <IconArchive {...ICON} />
          </ActionIcon>
        </>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={label('archive')}
        verb={t.text('prospects.fields.archiveVerb')}
        onConfirm={() => settingsActs.archiveField(field.id).then(refresh)}
      >
        {t.text('prospects.fields.archiveSays')}
      </ConfirmDialog>
    </ListRow>
  );
}
