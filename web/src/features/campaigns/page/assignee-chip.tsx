import { Menu, UnstyledButton } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { chipClass } from '../../../ui/list-page.js';
import { useWorkers } from '../use-workers.js';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** The word for no choice; a board of one's own has none. */
  readonly anyone?: string | undefined;
  /** The word for everybody where one person is the usual choice. */
  readonly everybody?: string | undefined;
}

/** Whose pitches are shown: anyone's, mine, nobody's, or those of one colleague. */
export function AssigneeChip({ value, onChange, anyone, everybody }: Props) {
  const t = useMessages();
  const workers = useWorkers();
  const { member } = useSession();
  const fixed = [
    ...(anyone === undefined ? [] : [{ value: undefined, label: anyone }]),
    { value: 'me', label: t.text('campaigns.who.me') },
    { value: 'none', label: t.text('campaigns.who.nobody') },
    ...(everybody === undefined ? [] : [{ value: 'all', label: everybody }]),
  ];
  const others = workers
    .filter(({ id }) => id !== member.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const all = [...fixed, ...others];
  const chosen = all.find((one) => one.value === value) ?? all[0];
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={chipClass} data-on={value !== undefined || undefined}>
          <IconUser size={16} stroke={1.75} aria-hidden />
          <span className="only-read">{t.text('campaigns.who.label')}: </span>
          {chosen?.label}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((one) => (
          <Menu.Item
            key={one.value ?? 'anyone'}
            aria-current={one.value === value || undefined}
            onClick={() => onChange(one.value)}
          >
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
