import { Button, FileInput, Group, Modal, ScrollArea, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { ClientField } from './client-field.js';
import { courtesyActs, type ImportResult } from './courtesy-api.js';
import { REASONS } from './courtesy-words.js';
import { useRefresh } from './use-refresh.js';

interface Values extends Record<string, unknown> {
  readonly file: File | null;
  readonly provenance: string;
  readonly reason: (typeof REASONS)[number];
  readonly clientId: string | null;
}

/** Takes a list of addresses and domains of another tool in, and says line by line what could not be taken. */
export function ListDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const refresh = useRefresh();
  const [result, setResult] = useState<ImportResult | null>(null);
  const form = useForm<Values>({
    initialValues: { file: null, provenance: '', reason: 'imported', clientId: null },
    validate: {
      file: (file) => (file === null ? t.text('courtesy.list.fileMissing') : null),
      provenance: (text) => (text.trim() === '' ? t.text('courtesy.list.provenanceMissing') : null),
    },
  });
  const act = useFormAct(form, async ({ file, provenance, reason, clientId }) => {
    const sent = new FormData();
    sent.set('provenance', provenance.trim());
    sent.set('reason', reason);
    if (clientId) sent.set('clientId', clientId);
    if (file) sent.set('file', file);
    setResult(await courtesyActs.takeList(sent));
    await refresh();
  });
  if (result !== null) return <Result result={result} onClose={onClose} />;
  return (
    <FormDialog
      title={t.text('courtesy.list.title')}
      verb={t.text('courtesy.list.verb')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <FileInput
        label={t.text('courtesy.list.file')}
        description={t.text('courtesy.list.fileWhat')}
        placeholder={t.text('courtesy.list.choose')}
        accept=".csv,.tsv,.txt"
        withAsterisk
        clearable
        clearButtonProps={{ 'aria-label': t.text('courtesy.clear', { label: t.text('courtesy.list.file') }) }}
        {...form.getInputProps('file')}
      />
      <TextInput
        label={t.text('courtesy.list.provenance')}
        description={t.text('courtesy.list.provenanceWhat')}
        withAsterisk
        maxLength={500}
        {...form.getInputProps('provenance')}
      />
      <Select
        label={t.text('courtesy.list.reason')}
        data={REASONS.map((value) => ({ value, label: t.text(`courtesy.reason.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <ClientField {...form.getInputProps('clientId')} />
    </FormDialog>
  );
}

function Result({ result, onClose }: { readonly result: ImportResult; readonly onClose: () => void }) {
  const t = useMessages();
  const { added, known, refused, errors } = result;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('courtesy.list.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Stack gap="lg">
        <div role="status">{t.text('courtesy.list.result', { added, known, refused })}</div>
        {errors.length > 0 && (
          <ScrollArea.Autosize mah={240} viewportProps={{ tabIndex: 0 }}>
            <Rows label={t.text('courtesy.list.faults')}>
              {errors.map(({ lineNo, text, sentence }) => (
                <ListRow
                  key={lineNo}
                  title={t.text('courtesy.list.line', { line: lineNo, text })}
                  note={sentence}
                />
              ))}
            </Rows>
          </ScrollArea.Autosize>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.text('app.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
