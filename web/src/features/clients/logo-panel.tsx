import { Button, FileButton, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { Client } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Panel } from '../../ui/page.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import classes from './clients.module.css';
import { clientQuery } from './clients-api.js';

const PICTURES = 'image/png,image/jpeg,image/webp';

/** The logo that reports to the client show. */
export function LogoPanel({ client, version }: { readonly client: Client; readonly version: number }) {
  const t = useMessages();
  const queries = useQueryClient();
  const params = { path: { id: client.id } };
  const act = async (work: Promise<unknown>) => {
    try {
      await work;
      toast(t.text('app.saved'));
    } catch (error) {
      toastProblem(t, error);
    }
    await queries.invalidateQueries({ queryKey: clientQuery(client.id).queryKey });
  };
  const choose = (file: File | null) => {
    if (file === null) return;
    const form = new FormData();
    form.set('logo', file);
    const body = form as unknown as { logo: string };
    void act(api.PUT('/api/v1/clients/{id}/logo', { params, body, bodySerializer: () => form }));
  };
  return (
    <Panel title={t.text('clients.logo')}>
      <Group gap="md">
        {client.hasLogo && (
          <img
            className={classes['logo']}
            src={`/api/v1/clients/${client.id}/logo?${version}`}
            alt={client.name}
          />
        )}
        <FileButton onChange={choose} accept={PICTURES}>
          {(props) => (
            <Button variant="default" {...props}>
              {t.text('clients.logoChoose')}
            </Button>
          )}
        </FileButton>
        {client.hasLogo && (
          <Button
            variant="default"
            onClick={() => void act(api.DELETE('/api/v1/clients/{id}/logo', { params }))}
          >
            {t.text('clients.logoRemove')}
          </Button>
        )}
      </Group>
      <p className={classes['logoWhat']}>{t.text('clients.logoWhat')}</p>
    </Panel>
  );
}
