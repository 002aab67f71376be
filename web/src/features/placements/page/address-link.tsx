import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutScheme } from '../list/row-words.js';

interface Props {
  readonly url: string | null;
  /** What is shown while the page is not known. */
  readonly host?: string;
}

/** An address that opens in a tab of its own, telling the other site nothing about ours. */
export function AddressLink({ url, host }: Props) {
  const t = useMessages();
  if (url === null) return <>{t.text('placements.page.unknownOn', { host: host ?? '' })}</>;
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
      {withoutScheme(url)}
    </a>
  );
}
