import { Button, Group } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LOCALES } from '../../../i18n/messages.js';
import { useLanguage } from '../../../i18n/messages-provider.js';
import classes from './guest-frame.module.css';

interface Props {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around the pages of people who are not signed in: the mark, one card, the two languages. */
export function GuestFrame({ title, lead, children }: Props) {
  const { messages: t, setLocale } = useLanguage();
  useEffect(() => {
    document.title = `${title} · Linkledger`;
  }, [title]);
  return (
    <div className={classes['page']}>
      <main className={classes['card']}>
        <div className={classes['brand']}>
          <img src="/mark.svg" alt="" width={26} height={26} />
          Linkledger
        </div>
        <h1 className={classes['title']}>{title}</h1>
        {lead && <p className={classes['lead']}>{lead}</p>}
        {children}
      </main>
      <footer>
        <Group gap="sm" justify="center">
          {LOCALES.map((locale) => (
            <Button
              key={locale}
              variant="subtle"
              lang={locale}
              aria-pressed={t.locale === locale}
              onClick={() => setLocale(locale)}
            >
              {t.text(`words.locale.${locale}`)}
            </Button>
          ))}
        </Group>
      </footer>
    </div>
  );
}
