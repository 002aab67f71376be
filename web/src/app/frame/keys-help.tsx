import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useMessages } from '../../i18n/messages-provider.js';
import { useAllKeys } from '../keys/keys-provider.js';

/** The keys that work on the page on screen. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useMessages();
  const shown = new Map(useAllKeys().map((action) => [action.keys, action.label]));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.text('app.keys.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Table aria-label={t.text('app.keys.title')}>
        <Table.Tbody>
          {[...shown, ['Ctrl K', t.text('app.keys.palette')] as const].map(([keys, label]) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Group gap={4}>
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
