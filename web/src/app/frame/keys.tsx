import { Group, Kbd } from '@mantine/core';
import { keyNames } from '../keys/key-groups.js';

/** Keys as they stand on a keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {keyNames(keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Group>
  );
}
