import { useSyncExternalStore } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './frame.module.css';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says that there is no connection; what is on screen stays readable. */
export function OfflineBar() {
  const t = useMessages();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {isOnline ? null : <div className={classes['offline']}>{t.text('app.offline')}</div>}
    </div>
  );
}
