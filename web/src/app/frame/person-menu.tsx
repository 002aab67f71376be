import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { LOCALES } from '../../i18n/messages.js';
import { useLanguage } from '../../i18n/messages-provider.js';
import { PersonMark } from '../../ui/person-mark.js';
import { toastProblem } from '../../ui/undo-toast.js';
import { sessionQuery, useSession } from '../session/session.js';
import { isOfClient } from '../session/signed-in.js';
import { rememberSignedIn } from '../session/was-signed-in.js';

const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

/** Who is signed in: language, colours, account, out. */
export function PersonMenu() {
  const { messages: t, setLocale } = useLanguage();
  const session = useSession();
  const { user } = session;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const chosen = <IconCheck size={16} stroke={1.75} aria-hidden />;

  const signOut = async () => {
    try {
      await api.DELETE('/api/v1/session');
      queries.clear();
      rememberSignedIn(false);
      await navigate({ to: '/sign-in' });
    } catch (error) {
      toastProblem(t, error);
    }
  };
  const speak = async (locale: (typeof LOCALES)[number]) => {
    setLocale(locale);
    try {
      const { data } = await api.PATCH('/api/v1/session/user', { body: { locale } });
      queries.setQueryData(sessionQuery.queryKey, data);
      await queries.invalidateQueries();
    } catch (error) {
      toastProblem(t, error);
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={32} aria-label={t.text('app.person.label', { name: user.name })}>
          <PersonMark name={user.name} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.email}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={16} stroke={1.75} aria-hidden />}
          onClick={() => void navigate({ to: isOfClient(session) ? '/portal/account' : '/settings/account' })}
        >
          {t.text('app.person.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.text('app.person.language')}</Menu.Label>
        {LOCALES.map((locale) => (
          <Menu.Item
            key={locale}
            lang={locale}
            onClick={() => void speak(locale)}
            rightSection={t.locale === locale ? chosen : null}
          >
            {t.text(`words.locale.${locale}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t.text('app.person.colors')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
            onClick={() => setColorScheme(value)}
            rightSection={colorScheme === value ? chosen : null}
          >
            {t.text(`app.person.${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {!isOfClient(session) && (
          <Menu.Item
            leftSection={<IconKeyboard size={16} stroke={1.75} aria-hidden />}
            onClick={() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))}
          >
            {t.text('app.keys.title')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t.text('app.person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
