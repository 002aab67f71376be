import type { MessageKey } from '../i18n/messages.js';
import { useMessages } from '../i18n/messages-provider.js';
import { countInWords } from '../i18n/times.js';
import { PageHeader } from './page-header.js';
import type { PagedList } from './use-list-rows.js';

interface Props<Row> {
  readonly title: string;
  /** The sentence that counts: it is given `count` for its grammar and `figure` for the eye. */
  readonly counted: MessageKey;
  readonly list: PagedList<Row>;
}

/** The title of a page with a list, and how many the filter lets through once that is known. */
export function CountedHeader<Row>({ title, counted, list }: Props<Row>) {
  const t = useMessages();
  const first = list.data?.pages[0];
  const figure = first && countInWords(first.total, first.totalIsExact, t);
  return <PageHeader title={title} note={first && t.text(counted, { count: first.total, figure })} />;
}
