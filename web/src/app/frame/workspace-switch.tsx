import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { toastProblem } from '../../ui/undo-toast.js';
import { useSession } from '../session/session.js';
import classes from './frame.module.css';

/** The workspace on top. With one workspace it is a name, with several a switch. */
export function WorkspaceSwitch() {
  const t = useMessages();
  const { workspace, workspaces } = useSession();
  const change = useMutation({
    mutationFn: (workspaceId: string) => api.PUT('/api/v1/session/workspace', { body: { workspaceId } }),
    // Everything on screen belongs to the other workspace: start over rather than mix.
    onSuccess: () => location.assign('/today'),
    onError: (error) => toastProblem(t, error),
  });
  const name = (
    <>
      <img src="/mark.svg" alt="" className={classes['mark']} />
      <span className={classes['cut']}>{workspace.name}</span>
    </>
  );
  if (workspaces.length < 2) return <div className={classes['workspace']}>{name}</div>;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes['workspace'] ?? ''}
          aria-label={t.text('app.workspace.switch', { name: workspace.name })}
        >
          {name}
          <IconSelector size={16} stroke={1.75} aria-hidden className={classes['chevron']} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => change.mutate(one.id)}
            rightSection={one.id === workspace.id ? <IconCheck size={16} stroke={1.75} aria-hidden /> : null}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
