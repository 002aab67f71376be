import { Button, Skeleton, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, query } from '../api/client.js';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { FormDialog } from './form-dialog.js';
import { toast } from './undo-toast.js';

interface Props {
  readonly kind: 'publisher' | 'site';
  readonly id: string;
  readonly name: string;
}

/** A button that ends a partnership, after saying in numbers what that does. */
export function EndPartnership(props: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isOpen, setOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t.text('reclaims.end.button')}
      </Button>
      {isOpen && <EndPartnershipDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Asks for the reason of an end, and says in numbers what it does. */
export function EndPartnershipDialog({ kind, id, name, onClose }: Props & { readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const path =
    kind === 'publisher' ? '/api/v1/publishers/{id}/end-partnership' : '/api/v1/sites/{id}/end-partnership';
  const { data } = query.useQuery('get', path, { params: { path: { id } } });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? t.text('reclaims.end.reasonNeeded') : null) },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    await bodyOf(api.POST(path, { params: { path: { id } }, body }));
    await queries.invalidateQueries();
    toast(t.text('reclaims.end.done'));
    onClose();
  });
  return (
    <FormDialog
      title={t.text('reclaims.end.title', { name })}
      verb={t.text('reclaims.end.verb')}
      onClose={onClose}
      onSubmit={onSubmit}
      isSending={isSending}
      problem={problem}
    >
      {data ? <p>{t.text('reclaims.end.what', { ...data })}</p> : <Skeleton h={40} />}
      <Textarea
        label={t.text('reclaims.end.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
