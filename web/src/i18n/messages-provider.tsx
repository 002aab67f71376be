import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { LOCALES, type Locale, type MessageCatalogues, type Messages, messagesOf } from './messages.js';

const STORAGE_KEY = 'linkledger-locale';

interface Language {
  readonly messages: Messages;
  readonly setLocale: (locale: Locale) => void;
  readonly setTimeZone: (timeZone: string) => void;
}

const LanguageContext = createContext<Language | null>(null);

function loadCatalogues(locale: Locale): Promise<MessageCatalogues> {
  return locale === 'nl'
    ? import('./nl.js').then((file) => file.nl)
    : import('./en.js').then((file) => file.en);
}

/** The language chosen here before, else the browser's, else English. */
export function firstLocale(): Locale {
  const kept = localStorage.getItem(STORAGE_KEY) ?? navigator.language.slice(0, 2);
  return LOCALES.find((locale) => locale === kept) ?? 'en';
}

/** Gives every component its messages; nothing is drawn before the first catalogue is there. */
export function MessagesProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [loaded, setLoaded] = useState<{ locale: Locale; catalogues: MessageCatalogues } | null>(null);

  useEffect(() => {
    let current = true;
    localStorage.setItem(STORAGE_KEY, locale);
    void loadCatalogues(locale).then((catalogues) => {
      if (!current) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, catalogues });
    });
    return () => {
      current = false;
    };
  }, [locale]);

  const language = useMemo(
    () =>
      loaded && { messages: messagesOf(loaded.catalogues, loaded.locale, timeZone), setLocale, setTimeZone },
    [loaded, timeZone],
  );
  return language ? <LanguageContext value={language}>{children}</LanguageContext> : null;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage needs a MessagesProvider above it');
  return language;
}

/** The messages of the reader: `const t = useMessages(); t.text('clients.add')`. */
export function useMessages(): Messages {
  return useLanguage().messages;
}
