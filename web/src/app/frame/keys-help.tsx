import { Modal, Table, Title } from '@mantine/core';
import { useMessages } from '../../i18n/messages-provider.js';
import { isAnywhere } from '../keys/key-groups.js';
import type { KeyAction } from '../keys/key-presses.js';
import { useAllKeys } from '../keys/keys-provider.js';
import { Keys } from './keys.js';

/** The keys that work on the page on screen, those of the page first. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useMessages();
  // Of two acts with the same keys the one registered last is done.
  const shown = [...new Map(useAllKeys().map((action) => [action.keys, action])).values()];
  const palette = { keys: 'Ctrl K', label: t.text('app.keys.palette') };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.text('app.keys.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Part name={t.text('app.keys.here')} acts={shown.filter((one) => !isAnywhere(one))} />
      <Part name={t.text('app.keys.anywhere')} acts={[...shown.filter(isAnywhere), palette]} />
    </Modal>
  );
}

interface PartProps {
  readonly name: string;
  readonly acts: readonly Pick<KeyAction, 'keys' | 'label'>[];
}

function Part({ name, acts }: PartProps) {
  if (acts.length === 0) return null;
  return (
    <>
      <Title order={3} size="h5" mt="sm">
        {name}
      </Title>
      <Table aria-label={name}>
        <Table.Tbody>
          {acts.map(({ keys, label }) => (
            <Table.Tr key={keys}>
              <Table.Td w={120}>
                <Keys keys={keys} />
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
